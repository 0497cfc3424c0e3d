package org.rung.links;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows from clicks: a person's first one on an address is an action, once for the address however many texts led
 * there; all are counted. A click waits a quarter of a minute, so that one of a row that only a program can make is known
 * as such from its first one on.
 */
@Component
class ClickFold {
    static final Duration SETTLED = Duration.ofSeconds(15);
    private static final int LONGEST_NOTE = 320;

    private final FoldStore store;
    private final Actions actions;
    private final Clock clock;

    ClickFold(FoldStore store, Actions actions, Clock clock) {
        this.store = store;
        this.actions = actions;
        this.clock = clock;
    }

    /** The oldest that wait, at most so many; how many there were. Several nodes may do this at once. */
    @Transactional
    int some(int limit) {
        var now = clock.instant();
        var clicks = store.waiting(now.minus(SETTLED), limit);
        if (clicks.isEmpty()) return 0;
        store.siftCrowds(clicks, Crowd.PEOPLE, Crowd.MOMENT);
        store.count(clicks, now);
        Map<OrganizationId, List<FoldStore.Person>> people =
                store.people(clicks).stream().collect(Collectors.groupingBy(FoldStore.Person::organizationId));
        people.forEach((organization, theirs) -> actions.recordAll(
                new Actor.System(organization),
                theirs.stream().map(ClickFold::action).toList()));
        return clicks.size();
    }

    private static ActionDraft action(FoldStore.Person person) {
        var place = URI.create(person.url());
        var note = place.getHost()
                + (place.getPath() == null ? "" : place.getPath().replaceAll("/$", ""));
        return new ActionDraft(
                person.supporterId(),
                ActionType.CLICKED,
                1,
                Optional.empty(),
                Verification.SYSTEM,
                person.happenedAt(),
                person.texter(),
                person.occasion() == TargetStore.NONE ? Optional.empty() : Optional.of(person.occasion()),
                note.substring(0, Math.min(note.length(), LONGEST_NOTE)),
                Optional.of("clicked:" + person.target().value() + ":"
                        + person.supporterId().value()));
    }
}
