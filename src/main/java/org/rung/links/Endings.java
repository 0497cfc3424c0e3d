package org.rung.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** How names of sites end, so that one without https:// in front is told from words that only lack a space. */
final class Endings {
    /** The list that browsers get. */
    private static final String FILE = "META-INF/resources/elements/endings.js";

    /** What nobody means otherwise, even without a page behind it: neither words of a sentence nor short for any. */
    private static final Set<String> PLAIN = Set.of("com", "org", "net", "edu", "gov");

    /** Before a country's two letters: eastside.org.mx, eastside.co.uk. */
    private static final Set<String> BEFORE_COUNTRY = Set.of("com", "org", "net", "edu", "gov", "gob", "co", "ac");

    private static final Set<String> KNOWN = read();

    private Endings() {}

    /** In one case throughout, as people write addresses: "St.John/Mary" is none. */
    static boolean known(String label) {
        var lower = label.toLowerCase(Locale.ROOT);
        boolean oneCase = label.equals(lower) || label.equals(label.toUpperCase(Locale.ROOT));
        return oneCase && (KNOWN.contains(lower) || lower.startsWith("xn--"));
    }

    static boolean plain(String... labels) {
        var last = labels[labels.length - 1].toLowerCase(Locale.ROOT);
        if (PLAIN.contains(last)) return true;
        return last.length() == 2
                && labels.length > 2
                && BEFORE_COUNTRY.contains(labels[labels.length - 2].toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try {
            var quoted = Pattern.compile("^ +\"(.+?)\"", Pattern.MULTILINE)
                    .matcher(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
            Set<String> all = new HashSet<>();
            while (quoted.find()) Stream.of(quoted.group(1).split(" ")).forEach(all::add);
            return all;
        } catch (IOException missing) {
            throw new UncheckedIOException("The list " + FILE + " is missing", missing);
        }
    }
}
