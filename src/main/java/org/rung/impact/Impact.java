package org.rung.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a member moved.
 *
 * @param weeks the first day of each, the latest last
 * @param people of each deed how many different people in each of these weeks
 * @param rises in all of them together
 */
public record Impact(List<LocalDate> weeks, Map<Deed, List<Integer>> people, List<Rise> rises) {

    public int sum(Deed deed) {
        return people.getOrDefault(deed, List.of()).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    public boolean nothing() {
        return rises.isEmpty() && people.keySet().stream().allMatch(deed -> sum(deed) == 0);
    }
}
