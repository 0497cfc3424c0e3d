package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rung.common.OrganizationId;
import org.rung.senders.DeliveryReport;
import org.rung.senders.ErrorPolicy;
import org.rung.senders.ErrorTable;
import org.rung.senders.Reports;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What providers report of the texts that they have. */
@Service
public class Deliveries implements Reports {
    private final DeliveryStore store;
    private final Consequences consequences;
    private final ErrorTable table;
    private final OutboxBell bell;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Deliveries(
            DeliveryStore store,
            Consequences consequences,
            ErrorTable table,
            OutboxBell bell,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.consequences = consequences;
        this.table = table;
        this.bell = bell;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Takes a report in any order and any number of times; true when it moved a text of this organization. */
    @Transactional
    @Override
    public boolean report(OrganizationId organizationId, DeliveryReport report) {
        Optional<Delivery> found = store.lock(organizationId, report);
        Optional<MessageState> next = found.flatMap(delivery -> delivery.after(report));
        if (found.isEmpty() || next.isEmpty()) {
            return false;
        }
        Delivery delivery = found.get();
        Instant now = clock.instant();
        Verdict verdict = verdict(delivery, report, next.get(), now);
        store.move(delivery, report, verdict, now);
        Trail.step("text reported", organizationId, delivery.messageId(), verdict.state(), verdict.errorCode());
        announcements.publishEvent(new TextReported(
                organizationId,
                delivery.messageId(),
                delivery.sender(),
                verdict.state(),
                verdict.errorCode(),
                delivery.sentAt().map(sent -> Duration.between(sent, now)),
                now));
        announcements.publishEvent(new TextMoved(
                organizationId,
                delivery.messageId(),
                delivery.purpose(),
                delivery.topicId(),
                verdict.state(),
                verdict.errorCode(),
                now));
        delivery.sender()
                .ifPresent(sender -> consequences.carryOut(organizationId, delivery.phone(), sender, verdict, now));
        bell.ringAfterCommit();
        return true;
    }

    private Verdict verdict(Delivery delivery, DeliveryReport report, MessageState next, Instant now) {
        boolean trouble = next == MessageState.UNDELIVERED || next == MessageState.FAILED;
        return trouble && report.errorCode().isPresent()
                ? Verdict.trouble(
                        report.errorCode().get(),
                        table.of(report.errorCode().get()),
                        next,
                        delivery.attempts(),
                        now,
                        now,
                        RandomGenerator.getDefault())
                : new Verdict(
                        next,
                        Optional.empty(),
                        next == MessageState.SENT ? Optional.of(now.plus(OutboxStore.NO_NEWS)) : Optional.empty(),
                        Optional.of(report.providerId()),
                        Optional.empty(),
                        ErrorPolicy.OTHER);
    }
}
