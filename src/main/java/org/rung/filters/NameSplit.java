package org.rung.filters;

import java.util.ArrayList;
import java.util.List;

/** One reading of typed words as a first and a last name. */
record NameSplit(String first, String last) {
    /** All readings; none for a single word. */
    static List<NameSplit> all(String words) {
        var comma = words.indexOf(',');
        if (comma > 0 && comma < words.length() - 1) {
            return List.of(new NameSplit(
                    words.substring(comma + 1).strip(),
                    words.substring(0, comma).strip()));
        }
        var parts = words.split("\\s+");
        var readings = new ArrayList<NameSplit>();
        for (var i = 1; i < parts.length && i <= 3; i++) {
            readings.add(new NameSplit(
                    String.join(" ", List.of(parts).subList(0, i)),
                    String.join(" ", List.of(parts).subList(i, parts.length))));
        }
        return readings;
    }
}
