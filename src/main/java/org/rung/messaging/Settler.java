package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.database.Anew;
import org.rung.senders.SenderOpened;
import org.rung.senders.Sighting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out about texts whose answer was lost; only what was proven absent twice, ten minutes apart, leaves again. What no
 * look-up can tell, a person decides.
 */
@Component
public class Settler {
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final int ENOUGH = 2;
    private static final int BATCH = 100;
    /** Why a person must decide, as it stands in the row: nobody could be asked for a day, */
    private static final String SILENT = "SILENT";
    /** the number is not ours any more, */
    private static final String RETIRED = "RETIRED";
    /** or something else was sent at that time by whoever else has the account. */
    private static final String UNLIKE = "UNLIKE";

    private final OutboxStore outbox;
    private final ParkedStore parked;
    private final NodeStore nodes;
    private final DoubtStore doubts;
    private final LookUps lookUps;
    private final OutboxBell bell;
    private final ApplicationEventPublisher announcements;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration lookAgainAfter;
    private final Duration putOff;

    /** The delay is a setting only so that a test need not wait; production keeps domain.md's. */
    Settler(
            OutboxStore outbox,
            ParkedStore parked,
            NodeStore nodes,
            DoubtStore doubts,
            LookUps lookUps,
            OutboxBell bell,
            ApplicationEventPublisher announcements,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${rung.texting.look-again-after:10m}") Duration lookAgainAfter) {
        this.outbox = outbox;
        this.parked = parked;
        this.nodes = nodes;
        this.doubts = doubts;
        this.lookUps = lookUps;
        this.bell = bell;
        this.announcements = announcements;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
        this.lookAgainAfter = lookAgainAfter;
        this.putOff = PUT_OFF.compareTo(lookAgainAfter) < 0 ? PUT_OFF : lookAgainAfter;
    }

    /** One round: claims that are over become doubts, and due doubts are looked up, outside any transaction. */
    public void settle() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> nodes.expire(now).forEach(Trail::doubted));
        List<Doubt> due = Optional.ofNullable(transaction.execute(
                        status -> doubts.take(outbox.lockDue(MessageState.UNCONFIRMED, now, BATCH), now.plus(putOff))))
                .orElse(List.of());
        lookUps.about(due, this::heard);
    }

    /** A report of delivery that never came; some at a time. */
    public void giveUpWaiting() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            outbox.unknownSince(now, 1_000).forEach(text -> {
                Trail.oddity("text settled", text.organizationId(), text.messageId(), MessageState.UNKNOWN);
                announcements.publishEvent(new TextMoved(
                        text.organizationId(),
                        text.messageId(),
                        text.purpose(),
                        text.topicId(),
                        MessageState.UNKNOWN,
                        Optional.empty(),
                        now));
            });
        });
    }

    /** Texts that waited for a sender leave when there is one. */
    public void unpark() {
        int freed = Optional.ofNullable(transaction.execute(status -> parked.unpark(clock.instant(), 10_000)))
                .orElse(0);
        if (freed > 0) {
            bell.ring();
        }
    }

    /** What waited for a sender leaves from it. */
    @EventListener
    void opened(SenderOpened sender) {
        parked.unpark(clock.instant(), 10_000);
        bell.ringAfterCommit();
    }

    private void heard(Doubt doubt, Optional<List<Sighting>> answer) {
        if (answer.isPresent()) {
            transaction.executeWithoutResult(status -> weigh(doubt, answer.get(), clock.instant()));
        } else if (doubt.retired() || doubt.old(clock.instant())) {
            transaction.executeWithoutResult(
                    status -> leave(doubt, doubt.retired() ? RETIRED : SILENT, clock.instant()));
        }
    }

    private void weigh(Doubt doubt, List<Sighting> sightings, Instant now) {
        Set<String> others =
                doubts.known(sightings.stream().map(Sighting::providerId).toList());
        List<Sighting> unknown = sightings.stream()
                .filter(sighting -> !others.contains(sighting.providerId()))
                .toList();
        Optional<Sighting> ours = unknown.stream()
                .filter(sighting -> SameWords.of(doubt.body(), sighting.body()))
                .findFirst();
        if (ours.isPresent()) {
            if (doubts.found(doubt, ours.get().providerId(), now)) {
                announce(doubt, MessageState.SENT, Optional.empty(), now);
            }
        } else if (doubt.retired()) {
            leave(doubt, RETIRED, now);
        } else if (doubt.lookups() + 1 < ENOUGH) {
            doubts.absent(doubt, Optional.of(lookAgainAfter), now);
        } else if (!unknown.isEmpty()) {
            leave(doubt, UNLIKE, now);
        } else if (doubts.absent(doubt, Optional.empty(), now)) {
            announce(doubt, MessageState.QUEUED, Optional.empty(), now);
            bell.ringAfterCommit();
        }
    }

    /** The words to someone who was erased are not kept for a person to look at. */
    private void leave(Doubt doubt, String code, Instant now) {
        if (doubt.forgotten()) {
            if (doubts.giveUp(doubt)) {
                announce(doubt, MessageState.UNKNOWN, Optional.empty(), now);
            }
        } else if (doubts.leave(doubt, code)) {
            announce(doubt, MessageState.UNCONFIRMED, Optional.of(code), now);
        }
    }

    private void announce(Doubt text, MessageState state, Optional<String> code, Instant now) {
        Trail.oddity(
                code.isPresent() ? "text waits for a person" : "text settled",
                text.organizationId(),
                text.messageId(),
                state);
        announcements.publishEvent(new TextMoved(
                text.organizationId(), text.messageId(), text.purpose(), text.topicId(), state, code, now));
    }
}
