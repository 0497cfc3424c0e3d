package org.rung.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Component;

/** A recruit's first rise to the second rung is evidence for whoever recruited them first; it follows the rise if that moves. */
@Component
class Roses {
    /** A sign-up through a friend's link is often recorded a little before the friend is. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final ActionStore store;

    Roses(ActionStore store) {
        this.store = store;
    }

    /** @param recruited whether anybody of them was recruited at all */
    record Circle(Set<SupporterId> all, boolean recruited) {}

    /** With their recruiters, and those of these: all whose standing may change with theirs. */
    Circle circle(OrganizationId organizationId, Collection<SupporterId> supporters) {
        Set<SupporterId> all = new LinkedHashSet<>(supporters);
        Set<SupporterId> next = Set.copyOf(supporters);
        boolean recruited = false;
        while (!next.isEmpty()) {
            List<ActionStore.Recruiting> found = store.recruiting(organizationId, next);
            recruited |= !found.isEmpty();
            next = found.stream()
                    .map(ActionStore.Recruiting::recruiter)
                    .filter(all::add)
                    .collect(Collectors.toSet());
        }
        return new Circle(all, recruited);
    }

    /** Adds and voids what is due; gives the recruiters whose evidence changed. */
    Set<SupporterId> settle(
            OrganizationId organizationId, Set<SupporterId> recruits, Map<SupporterId, Instant> risen, Instant now) {
        List<ActionStore.Recruiting> known = store.recruiting(organizationId, recruits);
        List<ActionId> gone = new ArrayList<>();
        List<ActionStore.NewAction> due = new ArrayList<>();
        Set<SupporterId> changed = new LinkedHashSet<>();
        for (SupporterId recruit : recruits) {
            List<ActionStore.Recruiting> ours =
                    known.stream().filter(one -> one.recruit().equals(recruit)).toList();
            Optional<Rose> rose = Optional.ofNullable(risen.get(recruit)).flatMap(at -> rose(ours, at));
            List<ActionStore.Recruiting> before = ours.stream()
                    .filter(one -> one.type() == ActionType.RECRUIT_ROSE && !one.voided())
                    .toList();
            boolean there =
                    before.stream().anyMatch(one -> rose.equals(Optional.of(new Rose(one.recruiter(), one.at()))));
            if (!there) {
                before.forEach(one -> gone.add(one.actionId()));
                before.forEach(one -> changed.add(one.recruiter()));
                long earlier = ours.stream()
                        .filter(one -> one.type() == ActionType.RECRUIT_ROSE)
                        .count();
                rose.ifPresent(one -> due.add(action(recruit, one, earlier)));
                rose.ifPresent(one -> changed.add(one.recruiter()));
            }
        }
        if (!gone.isEmpty()) {
            store.voidAll(organizationId, gone, "The recruit's rise has changed", now);
        }
        if (!due.isEmpty()) {
            store.add(new Actor.System(organizationId), now, due);
        }
        return changed;
    }

    private record Rose(SupporterId recruiter, Instant at) {}

    private static Optional<Rose> rose(List<ActionStore.Recruiting> ours, Instant risen) {
        return ours.stream()
                .filter(one -> one.type() == ActionType.RECRUITED
                        && !one.voided()
                        && !one.recruiter().equals(one.recruit()))
                .filter(one -> !one.at().minus(GRACE).isAfter(risen))
                .min(Comparator.comparing(ActionStore.Recruiting::at)
                        .thenComparing(one -> one.recruiter().value()))
                .map(one -> new Rose(one.recruiter(), one.at().isAfter(risen) ? one.at() : risen));
    }

    private static ActionStore.NewAction action(SupporterId recruit, Rose rose, long earlier) {
        ActionDraft draft = new ActionDraft(
                rose.recruiter(),
                ActionType.RECRUIT_ROSE,
                1,
                Optional.empty(),
                Verification.SYSTEM,
                rose.at(),
                Optional.empty(),
                Optional.of(recruit.value()),
                "",
                Optional.of("recruit-rose:" + recruit.text() + ":" + earlier));
        return new ActionStore.NewAction(new ActionId(Id.next()), draft);
    }
}
