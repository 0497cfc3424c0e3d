package org.rung.links;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An address in the words of a text, from where to where; the screen's composer finds them by the same rule (desk.js).
 *
 * @param scheme whether it says so itself; without one it is a site's name, which telephones open with https://
 */
record Found(int from, int to, String written, boolean scheme) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![A-Za-z0-9+.-])(?<scheme>(?i:[a-z][a-z0-9+.-]{1,20}://|(?:javascript|vbscript):|data:[a-z]+/))[^\\s<>\"“”]+|"
                    + Bare.PATTERN);

    /** Nearly a site's name is enough where a text should have none. */
    private static final Pattern NEARLY = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}@/.:_-])(?:www\\.[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+|(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}/\\S)");

    /** What ends a sentence does not belong to the address at its end. */
    private static final String AFTER = ".,;:!?'’»…*";

    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    static List<Found> in(String words) {
        if (words.indexOf(':') < 0 && !Bare.maybe(words)) return List.of();
        List<Found> all = new ArrayList<>();
        var addresses = ADDRESS.matcher(words);
        while (addresses.find()) {
            boolean scheme = addresses.group("scheme") != null;
            int to = end(words, addresses.start(), addresses.end());
            if (!scheme) {
                int host = addresses.end("host");
                int length = Bare.length(addresses.group("host"), words.substring(Math.min(host, to), to));
                if (length == 0) continue;
                if (length < host - addresses.start()) to = addresses.start() + length;
            }
            all.add(new Found(addresses.start(), to, words.substring(addresses.start(), to), scheme));
        }
        return all;
    }

    static boolean anyIn(String words) {
        return !in(words).isEmpty() || NEARLY.matcher(words).find();
    }

    /** As a browser needs it. */
    String address() {
        return scheme ? written : "https://" + written;
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
