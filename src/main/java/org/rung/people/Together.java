package org.rung.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who lives together, from who shares what: whoever shares something with one of a household belongs to all of it. */
final class Together {
    /** An address or a number of more people is a house of many doors, a shelter, an office. */
    static final int MOST = 12;

    private static final Comparator<SupporterId> LONGEST_KNOWN = Comparator.comparingLong(SupporterId::value);

    private final Map<SupporterId, SupporterId> towards = new HashMap<>();

    private Together() {}

    /** Households of two or more, each with whoever is known the longest first. */
    static List<Set<SupporterId>> of(Collection<? extends Collection<SupporterId>> sharing) {
        var together = new Together();
        for (var people : sharing) {
            if (people.size() < 2 || people.size() > MOST) continue;
            var first = people.iterator().next();
            people.forEach(person -> together.join(first, person));
        }
        var households = new TreeMap<SupporterId, Set<SupporterId>>(LONGEST_KNOWN);
        for (var person : together.towards.keySet())
            households
                    .computeIfAbsent(together.root(person), root -> new TreeSet<>(LONGEST_KNOWN))
                    .add(person);
        return new ArrayList<>(households.values());
    }

    private void join(SupporterId one, SupporterId other) {
        var a = root(one);
        var b = root(other);
        if (a.equals(b)) return;
        if (LONGEST_KNOWN.compare(a, b) < 0) towards.put(b, a);
        else towards.put(a, b);
    }

    private SupporterId root(SupporterId person) {
        var at = person;
        for (var next = towards.computeIfAbsent(at, own -> own); !next.equals(at); next = towards.getOrDefault(at, at))
            at = next;
        return at;
    }
}
