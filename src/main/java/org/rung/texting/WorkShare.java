package org.rung.texting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rung.common.MemberId;

/**
 * How much each holder keeps and each receiver takes, so that the receivers hold alike in the end and as little as possible
 * moves. Pure.
 *
 * @param keeps of every holder; an empty one is what nobody holds
 * @param takes of every receiver who takes something
 */
record WorkShare(Map<Optional<MemberId>, Integer> keeps, Map<MemberId, Integer> takes) {
    private static final Comparator<MemberId> BY_AGE = Comparator.comparingLong(MemberId::value);

    /**
     * @param held what each holder has that may move; a receiver who is named here gives away what is over their share
     * @param receivers what each has already
     */
    static WorkShare of(Map<Optional<MemberId>, Integer> held, Map<MemberId, Integer> receivers, int most) {
        Map<Optional<MemberId>, Integer> keeps = new HashMap<>();
        int free = 0;
        for (var holder : held.entrySet()) {
            boolean receives = holder.getKey().filter(receivers::containsKey).isPresent();
            keeps.put(holder.getKey(), receives ? holder.getValue() : 0);
            free += receives ? 0 : holder.getValue();
        }
        Map<MemberId, Integer> shares = shares(held, receivers, free);
        Map<MemberId, Integer> takes = new TreeMap<>(BY_AGE);
        int left = most;
        for (var share : shares.entrySet()) {
            int more = share.getValue() - receivers.getOrDefault(share.getKey(), 0);
            if (more > 0 && left > 0) {
                takes.put(share.getKey(), Math.min(more, left));
                left -= Math.min(more, left);
            } else if (more < 0) {
                keeps.computeIfPresent(Optional.of(share.getKey()), (any, all) -> Math.max(0, all + more));
            }
        }
        return new WorkShare(keeps, takes);
    }

    /** Without those who have more than their share and give nothing away. */
    private static Map<MemberId, Integer> shares(
            Map<Optional<MemberId>, Integer> held, Map<MemberId, Integer> receivers, int free) {
        Map<MemberId, Integer> among = new HashMap<>(receivers);
        while (true) {
            Map<MemberId, Integer> shares = alike(among, free);
            boolean full = among.entrySet()
                    .removeIf(one -> one.getValue() > shares.getOrDefault(one.getKey(), 0)
                            && !held.containsKey(Optional.of(one.getKey())));
            if (!full) {
                return shares;
            }
        }
    }

    /** What does not divide goes to those who have most already, so that less moves. */
    private static Map<MemberId, Integer> alike(Map<MemberId, Integer> receivers, int free) {
        List<Map.Entry<MemberId, Integer>> order = new ArrayList<>(receivers.entrySet());
        order.sort(Map.Entry.<MemberId, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(BY_AGE)));
        int all = free + order.stream().mapToInt(Map.Entry::getValue).sum();
        int left = order.size();
        Map<MemberId, Integer> shares = new TreeMap<>(BY_AGE);
        for (var one : order) {
            int share = (all + left - 1) / left;
            shares.put(one.getKey(), share);
            all -= share;
            left--;
        }
        return shares;
    }
}
