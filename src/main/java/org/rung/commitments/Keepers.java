package org.rung.commitments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.actions.ActionVoided;
import org.rung.actions.ActionsRecorded;
import org.rung.commitments.CommitmentsSettled.Settled;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises follow what people do and do not do, in the transaction that changes it. What a person has decided about one
 * stands, and is not looked at here.
 */
@Service
class Keepers {
    private final KeepingStore store;
    private final CommitmentStore commitments;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Keepers(KeepingStore store, CommitmentStore commitments, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.commitments = commitments;
        this.announce = announce;
        this.clock = clock;
    }

    /** Before standings are drawn from it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void recorded(ActionsRecorded recorded) {
        List<SupporterId> who = recorded.actions().stream()
                .map(action -> action.draft())
                .filter(draft -> Keeping.DEEDS.contains(draft.type()))
                .map(draft -> draft.supporterId())
                .distinct()
                .toList();
        if (!who.isEmpty()) {
            look(recorded.organizationId(), who);
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void voided(ActionVoided voided) {
        look(voided.organizationId(), voided.supporters());
    }

    private void look(OrganizationId organizationId, Collection<SupporterId> supporters) {
        List<KeepingStore.Looked> promises = store.undecided(organizationId, supporters);
        if (promises.isEmpty()) {
            return;
        }
        Instant earliest = promises.stream()
                .map(one -> one.promise().begins())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Map<CommitmentId, Keeping.Deed> kept = kept(
                promises,
                store.deeds(
                        organizationId,
                        promises.stream()
                                .map(KeepingStore.Looked::supporterId)
                                .distinct()
                                .toList(),
                        earliest));
        Instant now = now();
        Map<CommitmentId, Keeping.Deed> newlyKept = new HashMap<>();
        Map<CommitmentState, List<CommitmentId>> others = new HashMap<>();
        List<Settled> settled = new ArrayList<>();
        for (KeepingStore.Looked one : promises) {
            CommitmentId id = one.promise().commitmentId();
            Keeping.Deed deed = kept.get(id);
            CommitmentState after = deed != null
                    ? CommitmentState.KEPT
                    : one.state() != CommitmentState.KEPT
                            ? one.state()
                            : one.promise().ends().isAfter(now) ? CommitmentState.PROMISED : CommitmentState.BROKEN;
            if (deed != null && !one.keptBy().filter(deed.actionId()::equals).isPresent()) {
                newlyKept.put(id, deed);
            } else if (deed == null && after != one.state()) {
                others.computeIfAbsent(after, state -> new ArrayList<>()).add(id);
            } else {
                continue;
            }
            settled.add(new Settled(one.supporterId(), id, one.state(), after));
        }
        store.keep(organizationId, newlyKept);
        others.forEach((state, ids) -> commitments.settle(organizationId, ids, state, SettledBy.TIME, now));
        announce(organizationId, settled);
    }

    /** Everyone's own promises by their own deeds. */
    private static Map<CommitmentId, Keeping.Deed> kept(
            List<KeepingStore.Looked> promises, Map<SupporterId, List<Keeping.Deed>> deeds) {
        Map<CommitmentId, Keeping.Deed> kept = new HashMap<>();
        promises.stream()
                .collect(Collectors.groupingBy(
                        KeepingStore.Looked::supporterId,
                        Collectors.mapping(KeepingStore.Looked::promise, Collectors.toList())))
                .forEach((who, theirs) -> kept.putAll(Keeping.of(theirs, deeds.getOrDefault(who, List.of()))));
        return kept;
    }

    /** Breaks a batch of promises whose time is up; false when there are none left. */
    @Transactional
    boolean breakOverdue(int batch) {
        Instant now = now();
        List<KeepingStore.Looked> overdue = store.overdue(now, batch);
        overdue.stream()
                .collect(Collectors.groupingBy(KeepingStore.Looked::organizationId))
                .forEach((organizationId, theirs) -> {
                    commitments.settle(
                            organizationId,
                            theirs.stream()
                                    .map(one -> one.promise().commitmentId())
                                    .toList(),
                            CommitmentState.BROKEN,
                            SettledBy.TIME,
                            now);
                    announce(
                            organizationId,
                            theirs.stream()
                                    .map(one -> new Settled(
                                            one.supporterId(),
                                            one.promise().commitmentId(),
                                            one.state(),
                                            CommitmentState.BROKEN))
                                    .toList());
                });
        return overdue.size() == batch;
    }

    private void announce(OrganizationId organizationId, List<Settled> settled) {
        if (!settled.isEmpty()) {
            announce.publishEvent(new CommitmentsSettled(organizationId, settled));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
