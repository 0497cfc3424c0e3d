package org.rung.links;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Public services that hide where a link leads; carriers filter them. */
final class Shorteners {
    private static final Set<String> HOSTS = new HashSet<>(WordList.of("shorteners.txt"));

    /** Also without https:// in front, as people write them, and telephones make links of them all the same. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\w@-])(?:[\\w-]+\\.)*("
                    + HOSTS.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|")) + ")/\\S",
            Pattern.CASE_INSENSITIVE);

    private Shorteners() {}

    static boolean has(String host) {
        for (String name = host; ; name = name.substring(name.indexOf('.') + 1)) {
            if (HOSTS.contains(name)) return true;
            if (name.indexOf('.') < 0) return false;
        }
    }

    /** The first one that the words name. */
    static Optional<String> in(String words) {
        var found = WRITTEN.matcher(words);
        while (found.find()) {
            // youmight.co/x ends in t.co only for those who do not look at the dot before it.
            if (found.start(1) == found.start() || words.charAt(found.start(1) - 1) == '.')
                return Optional.of(found.group(1).toLowerCase(java.util.Locale.ROOT));
        }
        return Optional.empty();
    }
}
