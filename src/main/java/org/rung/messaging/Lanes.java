package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.rung.senders.Breakers;
import org.rung.senders.Paces;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Component;

/**
 * Whose texts are claimed next: senders take turns, each with what its bucket gives, so that none waits for another. A
 * sender whose bucket is empty costs nothing until it fills again.
 */
@Component
class Lanes {
    /** So long a sender may wait to be noticed while others are busy. */
    private static final long NEWS_NANOS = Duration.ofMillis(200).toNanos();

    /** Each lane costs a statement, so a claim serves some of them well rather than all of them a little. */
    private static final int AT_ONCE = 4;

    private final OutboxStore store;
    private final Paces paces;
    private final Breakers breakers;
    private final SequencedSet<Optional<SenderId>> busy = new LinkedHashSet<>();
    private long lookedAt;
    private Optional<Instant> again = Optional.empty();

    Lanes(OutboxStore store, Paces paces, Breakers breakers) {
        this.store = store;
        this.paces = paces;
        this.breakers = breakers;
    }

    /** At most {@code limit} texts in all; empty when nothing is due, or no bucket has anything. */
    synchronized List<Lane> next(Instant now, int limit) {
        if (busy.isEmpty() || System.nanoTime() - lookedAt > NEWS_NANOS) {
            look(now);
        }
        List<Optional<SenderId>> open = busy.stream()
                .filter(sender -> sender.flatMap(paces::again).isEmpty())
                .toList();
        again = busy.stream()
                .flatMap(sender -> sender.flatMap(paces::again).stream())
                .min(Comparator.naturalOrder());
        int left = limit;
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < open.size() && left > 0 && lanes.size() < AT_ONCE; i++) {
            Optional<SenderId> sender = open.get(i);
            int others = Math.min(open.size() - i, AT_ONCE - lanes.size());
            int fair = (left + others - 1) / others;
            Paces.Given given = sender.map(each -> given(each, fair)).orElse(new Paces.Given(fair, false));
            // Whoever was asked stands at the end of the line.
            busy.addLast(sender);
            if (given.segments() > 0) {
                lanes.add(new Lane(sender, given));
                left -= given.segments();
            }
        }
        return lanes;
    }

    /** Nothing from a bucket for a provider that does not answer. */
    private Paces.Given given(SenderId sender, int wanted) {
        int let = breakers.may(sender, wanted);
        if (let == 0) {
            return new Paces.Given(0, false);
        }
        Paces.Given given = paces.take(sender, let);
        breakers.unused(sender, let - given.segments());
        return given;
    }

    /** What was not used goes back; who had less than it could have sent is done. */
    synchronized void over(List<Lane> lanes, Map<Optional<SenderId>, Integer> due, List<Claimed.Ready> sent) {
        Map<SenderId, Integer> used = new HashMap<>();
        sent.forEach(ready -> used.merge(ready.sender(), ready.claim().segments(), Integer::sum));
        for (Lane lane : lanes) {
            if (due.getOrDefault(lane.sender(), 0) < lane.given().segments()) {
                busy.remove(lane.sender());
            }
            lane.sender().ifPresent(sender -> {
                int sentOf = used.getOrDefault(sender, 0);
                paces.settle(sender, lane.given(), sentOf);
                breakers.unused(sender, lane.given().segments() - sentOf);
            });
        }
    }

    synchronized int count() {
        return busy.size();
    }

    /** When the first empty bucket is worth asking again. */
    synchronized Optional<Instant> again() {
        return again;
    }

    /** Something changed that the lanes do not show yet. */
    synchronized void lookAgain() {
        busy.clear();
    }

    private void look(Instant now) {
        List<SenderId> due = store.lanes(now);
        busy.removeIf(sender -> sender.filter(due::contains).isEmpty());
        due.forEach(sender -> busy.add(Optional.of(sender)));
        if (store.orphans(now)) {
            busy.add(Optional.empty());
        }
        lookedAt = System.nanoTime();
    }
}
