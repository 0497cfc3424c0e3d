package org.rung.crew;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.texters.TermsOfTexters;
import org.rung.texters.TexterTerms;
import org.rung.texting.WorkMoves;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All texters of an organization, as whoever assigns work sees them. */
@Service
public class Crew {
    public static final int MOST = 200;
    private static final Duration WEEK = Duration.ofDays(7);

    private final CrewStore store;
    private final TermsOfTexters terms;
    private final Clock clock;

    Crew(CrewStore store, TermsOfTexters terms, Clock clock) {
        this.store = store;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * As it is now, in a fixed number of queries.
     *
     * @param name a part of their names; empty for everyone
     * @param from how many to leave out
     * @param most 1 to 200
     */
    @Transactional(readOnly = true)
    public TexterPage page(Actor actor, TexterState state, String name, int from, int most) {
        actor.must(Permission.ASSIGN);
        if (most < 1 || most > MOST) throw new Problem.Invalid("limit", "problem.from-to", 1, MOST);
        var now = clock.instant();
        var here = actor.organization();
        var look = new CrewStore.Look(here, name.strip(), now, now.minus(WorkMoves.AT_WORK));
        var found = store.page(look, state, from, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var ids = shown.stream().map(TexterRow::texter).toList();
        var weeks = store.weeks(here, ids, now.minus(WEEK));
        var held = terms.of(here, ids);
        List<TexterRow> rows = shown.stream()
                .map(row -> row.with(
                        weeks.getOrDefault(row.texter(), TexterRow.Week.NOTHING),
                        held.getOrDefault(row.texter(), TexterTerms.NONE)))
                .toList();
        return new TexterPage(rows, found.size() > most, store.counts(look), now);
    }
}
