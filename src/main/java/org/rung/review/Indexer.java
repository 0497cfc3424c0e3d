package org.rung.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.database.Anew;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes texts into the index, some thousands to a transaction and in no sender's way. It stays some seconds behind, so
 * that whoever stores a text with an id made a moment ago is seen; a second walk finds who took longer than that.
 */
@Component
class Indexer {
    private static final int BATCH = 4_000;
    /** Milliseconds in the upper bits of an id: {@link Id}. */
    private static final int TIME = 22;

    private static final long BEHIND = 10_000L << TIME;
    private static final long FAR_BEHIND = 600_000L << TIME;

    private final WalkStore walk;
    private final SegmentStore segments;
    private final FlaggedTextStore flagged;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Indexer(
            WalkStore walk,
            SegmentStore segments,
            FlaggedTextStore flagged,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.walk = walk;
        this.segments = segments;
        this.flagged = flagged;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** All that there is to do; how many texts were taken in. */
    int round() {
        return round(BEHIND, FAR_BEHIND);
    }

    int round(long behind, long farBehind) {
        int taken = 0;
        int some;
        do {
            some = in(() -> step(behind));
            taken += Math.max(some, 0);
        } while (some >= 0 && !Thread.currentThread().isInterrupted());
        while (in(() -> lookBack(farBehind)) >= 0) {}
        forget();
        return taken;
    }

    private int in(java.util.function.Supplier<Integer> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** How many of the next texts were taken in; -1 where there are none. */
    private int step(long behind) {
        long from = walk.reached(WalkStore.Walk.FIRST);
        Optional<Long> end = walk.end(from, Id.next() - behind, BATCH);
        if (end.isEmpty()) return -1;
        List<Indexed> texts = walk.between(from, end.get());
        take(texts);
        walk.reached(WalkStore.Walk.FIRST, end.get());
        return texts.size();
    }

    private int lookBack(long farBehind) {
        long from = walk.reached(WalkStore.Walk.SECOND);
        long first = walk.reached(WalkStore.Walk.FIRST);
        Optional<Long> end = walk.end(from, Math.min(first, Id.next() - farBehind), BATCH);
        if (end.isEmpty()) return -1;
        List<Long> missing = new ArrayList<>();
        walk.ids(from, end.get()).forEach((here, ids) -> {
            Set<Long> known = new HashSet<>();
            segments.around(here, ids.getFirst(), ids.getLast()).values().forEach(known::addAll);
            ids.stream().filter(id -> !known.contains(id)).forEach(missing::add);
        });
        if (!missing.isEmpty()) take(walk.these(missing));
        walk.reached(WalkStore.Walk.SECOND, end.get());
        return missing.size();
    }

    private void take(List<Indexed> texts) {
        texts.stream()
                .collect(Collectors.groupingBy(Indexed::organizationId, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::append);
        walk.failed(texts);
        flagged.find(texts);
    }

    private void append(OrganizationId here, List<Indexed> texts) {
        var segment = segments.last(here).orElse(new SegmentStore.Segment(1, 0));
        int from = 0;
        while (from < texts.size()) {
            if (segment.texts() >= Places.FULL) segment = new SegmentStore.Segment(segment.number() + 1, 0);
            int to = Math.min(texts.size(), from + Places.FULL - segment.texts());
            segments.append(here, segment, texts.subList(from, to));
            segment = new SegmentStore.Segment(segment.number(), segment.texts() + to - from);
            from = to;
        }
    }

    /** Segments with texts of people who were erased are made anew without their words. */
    private void forget() {
        walk.toForget(BATCH).forEach((here, texts) -> {
            List<Integer> numbers = Objects.requireNonNull(transaction.execute(status -> {
                // What is being taken in just now is there after that; what comes later comes without words.
                walk.reached(WalkStore.Walk.FIRST);
                return segments.toRebuild(here);
            }));
            Set<Long> theirs = Set.copyOf(texts);
            numbers.forEach(number -> in(() -> rebuild(here, number, theirs)));
            in(() -> walk.gone(texts, clock.instant()));
        });
    }

    private int rebuild(OrganizationId here, int number, Set<Long> theirs) {
        // Nothing is put behind its texts meanwhile.
        walk.reached(WalkStore.Walk.FIRST);
        List<Long> ids =
                Objects.requireNonNull(segments.ids(here, List.of(number)).get(number));
        if (ids.stream().noneMatch(theirs::contains)) return 0;
        Map<Long, Indexed> now = new HashMap<>();
        walk.these(ids).forEach(text -> now.put(text.messageId(), text));
        segments.rebuild(
                here,
                number,
                ids.stream()
                        .map(id -> Optional.ofNullable(now.get(id)).orElseGet(() -> Indexed.gone(here, id)))
                        .toList());
        return ids.size();
    }
}
