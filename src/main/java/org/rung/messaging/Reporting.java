package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.rung.common.OrganizationId;
import org.rung.senders.DeliveryReport;
import org.rung.senders.ErrorPolicy;
import org.rung.senders.ErrorTable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many reports about texts of one organization in one transaction, with as many statements as one of them needs. */
@Component
class Reporting {
    private final DeliveryStore store;
    private final Consequences consequences;
    private final ErrorTable table;
    private final OutboxBell bell;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Reporting(
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

    /** In their order, true for each that moved a text. */
    @Transactional
    public List<Boolean> take(OrganizationId organizationId, List<DeliveryReport> reports) {
        Boolean[] moved = new Boolean[reports.size()];
        Arrays.fill(moved, false);
        List<Integer> left = IntStream.range(0, reports.size()).boxed().toList();
        while (!left.isEmpty()) {
            left = round(organizationId, reports, left, moved);
        }
        return List.of(moved);
    }

    /** One report about each text; gives those that follow an earlier one about the same. */
    private List<Integer> round(
            OrganizationId organizationId, List<DeliveryReport> reports, List<Integer> left, Boolean[] moved) {
        Map<Object, Delivery> found =
                store.lock(organizationId, left.stream().map(reports::get).toList());
        Instant now = clock.instant();
        Map<Long, DeliveryStore.Move> moves = new TreeMap<>();
        Set<Long> seen = new HashSet<>();
        List<Integer> later = new ArrayList<>();
        for (int nth : left) {
            DeliveryReport report = reports.get(nth);
            Optional<Delivery> text = Optional.ofNullable(found.get(DeliveryStore.key(report)));
            if (text.isEmpty()) {
                continue;
            }
            long id = text.get().messageId().value();
            if (!seen.add(id)) {
                later.add(nth);
                continue;
            }
            Optional<MessageState> next = text.get().after(report);
            next.ifPresent(state ->
                    moves.put(id, new DeliveryStore.Move(text.get(), report, verdict(text.get(), report, state, now))));
            moved[nth] = next.isPresent();
        }
        store.move(List.copyOf(moves.values()), now);
        moves.values().forEach(move -> announce(organizationId, move, now));
        if (moves.values().stream().anyMatch(Reporting::letsAnotherLeave)) {
            bell.ringAfterCommit();
        }
        return later;
    }

    /** Nobody waits for a text that the provider has; whoever waited for one of which that was not known may leave now. */
    private static boolean letsAnotherLeave(DeliveryStore.Move move) {
        boolean had = move.text().state() == MessageState.SENT || move.text().state() == MessageState.UNKNOWN;
        MessageState now = move.verdict().state();
        return !had || now == MessageState.QUEUED || now == MessageState.HELD;
    }

    private void announce(OrganizationId organizationId, DeliveryStore.Move move, Instant now) {
        Delivery text = move.text();
        Verdict verdict = move.verdict();
        Trail.step("text reported", organizationId, text.messageId(), verdict.state(), verdict.errorCode());
        announcements.publishEvent(new TextReported(
                organizationId,
                text.messageId(),
                text.sender(),
                verdict.state(),
                verdict.errorCode(),
                text.sentAt().map(sent -> Duration.between(sent, now)),
                now));
        announcements.publishEvent(new TextMoved(
                organizationId,
                text.messageId(),
                text.purpose(),
                text.topicId(),
                verdict.state(),
                verdict.errorCode(),
                now));
        text.sender().ifPresent(sender -> consequences.carryOut(organizationId, text.phone(), sender, verdict, now));
    }

    private Verdict verdict(Delivery delivery, DeliveryReport report, MessageState next, Instant now) {
        boolean trouble = next == MessageState.UNDELIVERED || next == MessageState.FAILED;
        return trouble && report.errorCode().isPresent()
                ? Verdict.trouble(
                        report.errorCode().get(),
                        table.of(report.errorCode().get()),
                        next,
                        delivery.attempts(),
                        delivery.retried(),
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
