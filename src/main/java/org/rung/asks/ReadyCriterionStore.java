package org.rung.asks;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.rung.accounts.Sentences;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.rung.ladder.Ladder;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.ladder.StartingWords;
import org.springframework.stereotype.Repository;

/** Ready for the next ask of their rung; values are positions on the commitment ladder, none means all. */
@Repository
class ReadyCriterionStore implements Criterion {
    private final Ladders ladders;
    private final LibraryStore library;
    private final ReadyStore ready;

    ReadyCriterionStore(Ladders ladders, LibraryStore library, ReadyStore ready) {
        this.ladders = ladders;
        this.library = library;
        this.ready = ready;
    }

    @Override
    public String kind() {
        return "ready";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        Ladder ladder = ladders.of(organizationId).getFirst();
        List<Integer> positions =
                line.values().stream().map(value -> (int) Rung.position(value)).toList();
        if (!ladder.rungs().stream().map(Rung::position).toList().containsAll(positions))
            throw new Problem.Invalid("filter", "problem.filter-rung", String.join(", ", line.values()));
        List<Ask> asks = library.withRoom(organizationId, ladder.ladderId()).stream()
                .filter(ask -> positions.isEmpty() || positions.stream().anyMatch(ask::on))
                .toList();
        return SUPPORTERS.SUPPORTER_ID.in(select(STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(
                        ready.ready(organizationId, ladder.ladderId(), asks),
                        positions.isEmpty()
                                ? DSL.noCondition()
                                : STANDINGS.POSITION.in(positions.stream()
                                        .map(Integer::byteValue)
                                        .toList())));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return ladders.of(organizationId).getFirst().rungs().stream()
                .map(rung -> new Choice(
                        "",
                        Integer.toString(rung.position()),
                        rung.position() + " " + StartingWords.in(Sentences.language(), rung.name())))
                .toList();
    }
}
