package org.rung.messaging;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.MessageId;
import org.rung.database.Anew;
import org.rung.media.Attachments;
import org.rung.senders.Handover;
import org.rung.senders.Paces;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKeys;
import org.rung.senders.Senders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The short transaction in which due texts are checked once more and become SENDING. */
@Component
class OutboxClaims {
    /** Longer than any call to a provider may last. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final OutboxStore store;
    private final ParkedStore parked;
    private final Lanes lanes;
    private final Adoption adoption;
    private final Senders senders;
    private final Attachments attachments;
    private final ApplicationEventPublisher announcements;
    private final TransactionTemplate transaction;

    OutboxClaims(
            OutboxStore store,
            ParkedStore parked,
            Lanes lanes,
            Adoption adoption,
            Senders senders,
            Attachments attachments,
            ApplicationEventPublisher announcements,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.parked = parked;
        this.lanes = lanes;
        this.adoption = adoption;
        this.senders = senders;
        this.attachments = attachments;
        this.announcements = announcements;
        this.transaction = Anew.transactions(transactions);
    }

    /** Lane by lane; what buckets give is taken before the transaction, and what was not used goes back after it. */
    Claimed claim(String node, Instant now, int limit) {
        Claimed claimed = round(node, now, limit);
        if (claimed.touched() == 0) {
            // Nothing in the lanes that were known: only a fresh look says that nothing is due.
            lanes.lookAgain();
            claimed = round(node, now, limit);
            for (int others = lanes.count(); claimed.touched() == 0 && others > 0; others--) {
                claimed = round(node, now, limit);
            }
        }
        return claimed.again(lanes.again());
    }

    private Claimed round(String node, Instant now, int limit) {
        List<Lane> next = lanes.next(now, limit);
        Claimed claimed = Claimed.NONE;
        if (!next.isEmpty()) {
            Map<Optional<SenderId>, Integer> found = new HashMap<>();
            List<Handover> tried = new ArrayList<>();
            try {
                claimed = Objects.requireNonNull(transaction.execute(status -> {
                    tried.clear();
                    Claimed mine = claim(node, now, next, found);
                    mine.handovers().forEach(ready -> tried.add(ready.handover()));
                    return mine;
                }));
            } catch (RuntimeException lost) {
                // Perhaps it was committed, and only the answer is missing.
                throw new Unanswered(tried, lost);
            } finally {
                lanes.over(next, found, claimed.handovers());
            }
        }
        return claimed;
    }

    private Claimed claim(String node, Instant now, List<Lane> next, Map<Optional<SenderId>, Integer> found) {
        List<MessageId> due = new ArrayList<>();
        for (Lane lane : next) {
            List<OutboxStore.Due> locked =
                    store.lockTurns(lane.sender(), now, lane.given().segments());
            found.put(lane.sender(), locked.size());
            due.addAll(fitting(locked, lane.given()));
        }
        if (due.isEmpty()) {
            return Claimed.NONE;
        }
        List<Claim> claims = store.claims(due);
        int adopted = adoption.adopt(
                claims.stream().filter(claim -> claim.sender().isEmpty()).toList());
        if (adopted > 0) {
            lanes.lookAgain();
        }
        Claimed claimed = claim(
                node,
                now,
                claims.stream().filter(claim -> claim.sender().isPresent()).toList());
        return new Claimed(claimed.handovers(), claimed.touched() + adopted, claimed.waiting(), Optional.empty());
    }

    /** As many as the tokens pay for; a text that is longer than all of them leaves on credit. */
    private static List<MessageId> fitting(List<OutboxStore.Due> locked, Paces.Given given) {
        if (!given.counted()) {
            return locked.stream().map(OutboxStore.Due::messageId).toList();
        }
        List<MessageId> fitting = new ArrayList<>();
        int segments = 0;
        for (OutboxStore.Due text : locked) {
            segments += text.segments();
            if (segments > given.segments() && !fitting.isEmpty()) {
                break;
            }
            fitting.add(text.messageId());
        }
        return fitting;
    }

    private Claimed claim(String node, Instant now, List<Claim> due) {
        if (due.isEmpty()) {
            return Claimed.NONE;
        }
        Line line = inOrder(due, now);
        List<Claim> next = line.next();
        Map<ClaimVerdict, List<Claim>> verdicts =
                next.stream().collect(Collectors.groupingBy(claim -> claim.verdict(now)));
        List<Claimed.Ready> ready = List.of();
        for (var group : verdicts.entrySet()) {
            List<MessageId> ids =
                    group.getValue().stream().map(Claim::messageId).toList();
            switch (group.getKey()) {
                case ClaimVerdict.Send() -> {
                    ready = handovers(group.getValue(), now);
                    store.claim(ready.stream().map(Claimed.Ready::claim).toList(), node, now, LEASE);
                    ready.forEach(one -> Trail.step(
                            "text claimed",
                            one.claim().organizationId(),
                            one.claim().messageId(),
                            MessageState.SENDING));
                }
                case ClaimVerdict.Cancel cancel -> {
                    store.cancel(ids, cancel.code());
                    announce(group.getValue(), MessageState.CANCELLED, Optional.of(cancel.code()), now);
                }
                case ClaimVerdict.HoldUntil hold -> {
                    store.holdUntil(ids, hold.opening());
                    announce(group.getValue(), MessageState.HELD, Optional.empty(), now);
                }
                case ClaimVerdict.Park() -> {
                    parked.park(ids);
                    group.getValue().forEach(Trail::parked);
                }
            }
        }
        line.putOff().forEach((until, ids) -> store.putOff(ids, until));
        int touched = next.size()
                + line.putOff().values().stream().mapToInt(List::size).sum();
        return new Claimed(ready, touched, due.size() - touched, Optional.empty());
    }

    @Transactional
    public void release(Handover unused, Instant now) {
        if (store.release(unused, now) > 0) {
            Trail.step("text given back", unused.organizationId(), unused.messageId(), MessageState.QUEUED);
        }
    }

    /** A claim that nobody knows the end of; what it may have taken will not be handed over. */
    static final class Unanswered extends RuntimeException {
        private final transient List<Handover> claimed;

        Unanswered(List<Handover> claimed, RuntimeException why) {
            super("The database did not answer a claim of " + claimed.size() + " texts", why);
            this.claimed = List.copyOf(claimed);
        }

        List<Handover> claimed() {
            return claimed;
        }
    }

    /** Who goes now, and who waits until when for a text before theirs. */
    private record Line(List<Claim> next, Map<Instant, List<MessageId>> putOff) {}

    /** Of each thread the oldest, and none while an older one is on its way or waits to try again. */
    private Line inOrder(List<Claim> due, Instant now) {
        Map<ThreadId, Claim> oldest = new LinkedHashMap<>();
        due.forEach(claim -> oldest.merge(
                claim.threadId(),
                claim,
                (one, other) -> one.messageId().value() <= other.messageId().value() ? one : other));
        List<Ahead> ahead = store.ahead(oldest.keySet());
        Set<ThreadId> busy =
                ahead.stream().filter(Ahead::withProvider).map(Ahead::threadId).collect(Collectors.toSet());
        Map<ThreadId, List<Ahead>> waiting = ahead.stream().collect(Collectors.groupingBy(Ahead::threadId));
        Map<Boolean, List<Claim>> free = oldest.values().stream()
                .filter(claim -> !busy.contains(claim.threadId()))
                .collect(Collectors.partitioningBy(
                        claim -> turn(claim, waiting, now).isEmpty()));
        // Not only passed over: what cannot leave yet must not stand at the head of the queue either.
        Map<Instant, List<MessageId>> putOff = Objects.requireNonNull(free.get(false)).stream()
                .collect(Collectors.groupingBy(
                        claim -> turn(claim, waiting, now).orElseThrow(),
                        Collectors.mapping(Claim::messageId, Collectors.toList())));
        return new Line(Objects.requireNonNull(free.get(true)), putOff);
    }

    private static Optional<Instant> turn(Claim claim, Map<ThreadId, List<Ahead>> waiting, Instant now) {
        return waiting.getOrDefault(claim.threadId(), List.of()).stream()
                .filter(one -> one.holdsBack(claim, now))
                .flatMap(one -> one.dueAt().stream())
                .max(Comparator.naturalOrder())
                .map(last -> last.isAfter(now) ? last : now.plus(A_MOMENT));
    }

    private List<Claimed.Ready> handovers(List<Claim> claims, Instant now) {
        Map<SenderId, SenderKeys> keys = senders.keys(
                claims.stream().flatMap(claim -> claim.sender().stream()).collect(Collectors.toSet()));
        List<Claim> keyless = claims.stream()
                .filter(claim -> !keys.containsKey(claim.sender().orElseThrow()))
                .toList();
        keyless.forEach(
                claim -> senders.stop(claim.organizationId(), claim.sender().orElseThrow(), "KEY", now));
        parked.park(keyless.stream().map(Claim::messageId).toList());
        Map<MessageId, List<URI>> files = attachments.addresses(claims.stream()
                .filter(claim -> claim.mediaCount() > 0)
                .map(Claim::messageId)
                .toList());
        return claims.stream()
                .filter(claim -> !keyless.contains(claim))
                .map(claim -> {
                    SenderId sender = claim.sender().orElseThrow();
                    return new Claimed.Ready(
                            claim,
                            sender,
                            new Handover(
                                    claim.organizationId(),
                                    claim.messageId(),
                                    claim.attempts() + 1,
                                    Objects.requireNonNull(keys.get(sender)),
                                    claim.phone(),
                                    claim.body(),
                                    files.getOrDefault(claim.messageId(), List.of()),
                                    now,
                                    claim.closing(now)));
                })
                .toList();
    }

    private void announce(List<Claim> claims, MessageState state, Optional<String> code, Instant now) {
        claims.forEach(claim -> {
            Trail.step("text did not leave", claim.organizationId(), claim.messageId(), state, code);
            announcements.publishEvent(new TextMoved(
                    claim.organizationId(), claim.messageId(), claim.purpose(), claim.topicId(), state, code, now));
        });
    }
}
