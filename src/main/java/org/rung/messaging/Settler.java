package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.database.Anew;
import org.rung.messaging.DeliveryStore.Doubt;
import org.rung.senders.Handover;
import org.rung.senders.Provider;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKeys;
import org.rung.senders.SenderOpened;
import org.rung.senders.Senders;
import org.rung.senders.Sighting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out about texts whose answer was lost; only what was proven absent twice, ten minutes apart, leaves again. */
@Component
public class Settler {
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final int ENOUGH = 2;
    private static final int BATCH = 100;

    private final OutboxStore outbox;
    private final ParkedStore parked;
    private final NodeStore nodes;
    private final DeliveryStore deliveries;
    private final Senders senders;
    private final Provider provider;
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
            DeliveryStore deliveries,
            Senders senders,
            Provider provider,
            OutboxBell bell,
            ApplicationEventPublisher announcements,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${rung.texting.look-again-after:10m}") Duration lookAgainAfter) {
        this.outbox = outbox;
        this.parked = parked;
        this.nodes = nodes;
        this.deliveries = deliveries;
        this.senders = senders;
        this.provider = provider;
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
        List<Doubt> doubts = Optional.ofNullable(transaction.execute(status -> deliveries.doubts(outbox.claims(
                        deliveries.putOff(outbox.lockDue(MessageState.UNCONFIRMED, now, BATCH), now.plus(putOff))))))
                .orElse(List.of());
        Map<SenderId, SenderKeys> keys =
                senders.keys(doubts.stream().map(Doubt::sender).collect(Collectors.toSet()));
        doubts.forEach(doubt -> Optional.ofNullable(keys.get(doubt.sender()))
                .flatMap(from -> provider.find(handover(doubt, from)))
                .ifPresent(sightings -> settle(doubt, sightings)));
    }

    /** A report of delivery that never came; some at a time. */
    public void giveUpWaiting() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            outbox.unknownSince(now, 1_000).forEach(text -> announce(text, MessageState.UNKNOWN, now));
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

    private void settle(Doubt doubt, List<Sighting> sightings) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            Set<String> others = deliveries.known(
                    sightings.stream().map(Sighting::providerId).toList());
            Optional<Sighting> seen = sightings.stream()
                    .filter(sighting ->
                            sighting.body().equals(doubt.claim().body()) && !others.contains(sighting.providerId()))
                    .findFirst();
            if (seen.isPresent()) {
                if (deliveries.found(doubt, seen.get().providerId(), now)) {
                    announce(doubt.claim(), MessageState.SENT, now);
                }
                return;
            }
            Optional<Duration> again = doubt.lookups() + 1 < ENOUGH ? Optional.of(lookAgainAfter) : Optional.empty();
            if (deliveries.absent(doubt, again, now) && again.isEmpty()) {
                announce(doubt.claim(), MessageState.QUEUED, now);
                bell.ringAfterCommit();
            }
        });
    }

    private static Handover handover(Doubt doubt, SenderKeys keys) {
        Claim claim = doubt.claim();
        return new Handover(
                claim.organizationId(),
                claim.messageId(),
                doubt.attempt(),
                keys,
                claim.phone(),
                claim.body(),
                // A look-up asks for words; what it finds absent is handed over with fresh addresses.
                List.of(),
                doubt.claimedAt(),
                Optional.empty());
    }

    private void announce(Claim text, MessageState state, Instant now) {
        Trail.oddity("text settled", text.organizationId(), text.messageId(), state);
        announcements.publishEvent(new TextMoved(
                text.organizationId(), text.messageId(), text.purpose(), text.topicId(), state, Optional.empty(), now));
    }
}
