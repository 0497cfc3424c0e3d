package org.rung.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.rung.accounts.Organizations;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.CommitmentsSettled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A promise that came to nothing is a task of whoever knows them best; kept after all, it is none. */
@Component
class BrokenPromises {
    private static final int DAYS = 3;

    private final BrokenStore store;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    BrokenPromises(BrokenStore store, Organizations organizations, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.announce = announce;
        this.clock = clock;
    }

    @EventListener
    void settled(CommitmentsSettled settled) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<CommitmentId> broken = those(settled, one -> one.after() == CommitmentState.BROKEN);
        List<CommitmentId> mended =
                those(settled, one -> one.before() == CommitmentState.BROKEN && one.after() != CommitmentState.BROKEN);
        int moved = 0;
        if (!broken.isEmpty()) {
            LocalDate today = LocalDate.ofInstant(
                    now, organizations.get(settled.organizationId()).zone());
            moved += store.add(settled.organizationId(), broken, today.plusDays(DAYS), now);
        }
        if (!mended.isEmpty()) moved += store.drop(settled.organizationId(), mended, now);
        if (moved > 0) announce.publishEvent(new TasksChanged(settled.organizationId()));
    }

    private static List<CommitmentId> those(CommitmentsSettled settled, Predicate<CommitmentsSettled.Settled> which) {
        return settled.settled().stream()
                .filter(which)
                .map(CommitmentsSettled.Settled::commitmentId)
                .toList();
    }
}
