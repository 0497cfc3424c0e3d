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
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.DerivedActions;
import org.rung.actions.Verification;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Component;

/** A recruit's first rise to the second rung is evidence for whoever recruited them first; it follows the rise if that moves. */
@Component
class Roses {
    /** A sign-up through a friend's link is often recorded a little before the friend is. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final RecruitStore store;
    private final DerivedActions actions;

    Roses(RecruitStore store, DerivedActions actions) {
        this.store = store;
        this.actions = actions;
    }

    /** @param recruited whether anybody of them was recruited at all */
    record Circle(Set<SupporterId> all, boolean recruited) {}

    /** With their recruiters, and those of these: all whose standing may change with theirs. */
    Circle circle(OrganizationId organizationId, Collection<SupporterId> supporters) {
        Set<SupporterId> all = new LinkedHashSet<>(supporters);
        Set<SupporterId> next = Set.copyOf(supporters);
        boolean recruited = false;
        while (!next.isEmpty()) {
            List<RecruitStore.Recruiting> found = store.recruiting(organizationId, next);
            recruited |= !found.isEmpty();
            next = found.stream()
                    .map(RecruitStore.Recruiting::recruiter)
                    .filter(all::add)
                    .collect(Collectors.toSet());
        }
        return new Circle(all, recruited);
    }

    /** Adds and voids what is due; gives the recruiters whose evidence changed. */
    Set<SupporterId> settle(
            OrganizationId organizationId, Set<SupporterId> recruits, Map<SupporterId, Instant> risen, Instant now) {
        List<RecruitStore.Recruiting> known = store.recruiting(organizationId, recruits);
        List<ActionId> gone = new ArrayList<>();
        List<ActionDraft> due = new ArrayList<>();
        Set<SupporterId> changed = new LinkedHashSet<>();
        for (SupporterId recruit : recruits) {
            List<RecruitStore.Recruiting> ours =
                    known.stream().filter(one -> one.recruit().equals(recruit)).toList();
            Optional<Rose> rose = Optional.ofNullable(risen.get(recruit)).flatMap(at -> rose(ours, at));
            List<RecruitStore.Recruiting> before = ours.stream()
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
        actions.voidAll(organizationId, gone, "The recruit's rise has changed", now);
        actions.add(organizationId, due, now);
        return changed;
    }

    private record Rose(SupporterId recruiter, Instant at) {}

    private static Optional<Rose> rose(List<RecruitStore.Recruiting> ours, Instant risen) {
        return ours.stream()
                .filter(one -> one.type() == ActionType.RECRUITED
                        && !one.voided()
                        && !one.recruiter().equals(one.recruit()))
                .filter(one -> !one.at().minus(GRACE).isAfter(risen))
                .min(Comparator.comparing(RecruitStore.Recruiting::at)
                        .thenComparing(one -> one.recruiter().value()))
                .map(one -> new Rose(one.recruiter(), one.at().isAfter(risen) ? one.at() : risen));
    }

    private static ActionDraft action(SupporterId recruit, Rose rose, long earlier) {
        return new ActionDraft(
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
    }
}
