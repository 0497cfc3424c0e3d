package org.rung.links;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a telephone makes a link of without https://, such as eastside.org/rent. Of words that only lack a space ("e.g.",
 * "7p.m", "St.John", "he said yes.no way") nothing may become a link: the name has to end as sites' names do, and to have
 * www in front, a page behind, or an ending that means nothing else.
 */
final class Bare {
    private static final String HOST =
            "(?:[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*\\.)+[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*";
    private static final String REST =
            "(?::[0-9]{1,5}(?![0-9]))?(?:/[^\\s<>\"“”]*|[?#][\\p{L}\\p{N}_-]+=[^\\s<>\"“”]*)?";

    /** Neither within a name or a mail address, nor behind a slash; its two parts are named. */
    static final String PATTERN = "(?<![\\p{L}\\p{M}\\p{N}@/])(?<![\\p{L}\\p{M}\\p{N}][._-])(?<host>" + HOST
            + ")(?<rest>" + REST + ")(?![\\p{L}\\p{M}\\p{N}@_-])";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

    private Bare() {}

    /** Texts without one are nearly all, and a look at their full stops is cheaper than a pattern. */
    static boolean maybe(String words) {
        for (int dot = words.indexOf('.', 1); dot > 0 && dot < words.length() - 1; dot = words.indexOf('.', dot + 1)) {
            if (Character.isLetterOrDigit(words.codePointAt(dot + 1))) return true;
        }
        return false;
    }

    /** How much of this name is one: all, the part before a sentence that lacks its space, or nothing (0). */
    static int length(String host, String rest) {
        if (leads(host, rest)) return host.length();
        for (int end = host.lastIndexOf('.'); end > 0; end = host.lastIndexOf('.', end - 1)) {
            if (leads(host.substring(0, end), "")) return end;
        }
        return 0;
    }

    private static boolean leads(String host, String rest) {
        boolean page = rest.indexOf('/') >= 0 && rest.indexOf('/') < rest.length() - 1;
        if (NUMBER.matcher(host).matches()) return page;
        var labels = host.split("\\.");
        if (labels.length < 2 || !Endings.known(labels[labels.length - 1])) return false;
        if (labels[0].equalsIgnoreCase("www")) return labels.length > 2;
        if (Endings.plain(labels)) return true;
        var names = Arrays.copyOf(labels, labels.length - 1);
        boolean shortFor =
                names.length > 1 && Arrays.stream(names).allMatch(name -> name.codePointCount(0, name.length()) == 1);
        boolean word = names[names.length - 1].codePoints().anyMatch(Character::isLetter);
        return page && word && !shortFor;
    }
}
