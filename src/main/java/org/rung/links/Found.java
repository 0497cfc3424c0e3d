package org.rung.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address in the words of a text, from where to where; the screen's composer finds them by the same rule (desk.js). */
record Found(int from, int to, String written) {
    private static final Pattern WITH_SCHEME = Pattern.compile(
            "(?i)(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]{1,20}://|(?:javascript|vbscript):|data:[a-z]+/)[^\\s<>\"“”]+");
    /** What a telephone makes a link of without https://, such as rung.org/rent or www.rung.org. */
    private static final Pattern BARE = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}@/.:_-])(?:www\\.[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}/\\S)");

    /** What ends a sentence does not belong to the address at its end. */
    private static final String AFTER = ".,;:!?'’»…*";

    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    static List<Found> in(String words) {
        // Nearly every text has none, and a look at two signs is cheaper than a pattern.
        if (words.indexOf("://") < 0 && words.indexOf(':') < 0) return List.of();
        List<Found> all = new ArrayList<>();
        var addresses = WITH_SCHEME.matcher(words);
        while (addresses.find()) {
            int to = end(words, addresses.start(), addresses.end());
            all.add(new Found(addresses.start(), to, words.substring(addresses.start(), to)));
        }
        return all;
    }

    static boolean anyIn(String words) {
        return !in(words).isEmpty() || BARE.matcher(words).find();
    }

    boolean web() {
        var start = written.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }

    private static int end(String words, int from, int to) {
        int end = to;
        while (end > from) {
            char last = words.charAt(end - 1);
            int pair = CLOSE.indexOf(last);
            boolean closesNothing =
                    pair >= 0 && count(words, from, end, OPEN.charAt(pair)) < count(words, from, end, last);
            if (AFTER.indexOf(last) < 0 && !closesNothing) break;
            end--;
        }
        return end;
    }

    private static long count(String words, int from, int to, char sign) {
        return words.substring(from, to).chars().filter(one -> one == sign).count();
    }
}
