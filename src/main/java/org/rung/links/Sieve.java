package org.rung.links;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells people from programs by what they say of themselves. Pure. */
final class Sieve {
    /** Nobody reads a text and opens its link faster. */
    private static final Duration HUMAN = Duration.ofSeconds(2);

    private static final Pattern FETCHERS = Pattern.compile(
            WordList.of("fetchers.txt").stream().collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);

    /** From this one on Chrome and what is built from it tell what a question is for. */
    private static final Pattern CHROME = Pattern.compile("Chrome/(\\d{1,4})");

    private static final int TELLS = 80;

    private Sieve() {}

    /** @param crowded whether this address has just opened links of many people, or only looked whether this one is there */
    static ClickReason judge(Knock knock, OpenedLink link, boolean crowded, Instant now) {
        if (FETCHERS.matcher(knock.userAgent()).find()) return ClickReason.FETCHER;
        if (knock.pressed()) return ClickReason.PRESSED;
        if (knock.head()) return ClickReason.HEAD;
        var purpose = knock.purpose().toLowerCase(Locale.ROOT);
        if (purpose.contains("prefetch") || purpose.contains("prerender") || purpose.contains("preview"))
            return ClickReason.PREFETCH;
        boolean early =
                link.sentAt().map(sent -> now.isBefore(sent.plus(HUMAN))).orElse(true);
        if (crowded || early || !browses(knock)) return ClickReason.DOUBTFUL;
        return navigates(knock) ? ClickReason.NAVIGATED : ClickReason.BROWSER;
    }

    /** Said over https only, by every browser since 2023; a program that only calls itself one does not know of it. */
    private static boolean navigates(Knock knock) {
        return knock.fetchMode().equals("navigate") && knock.fetchDest().equals("document");
    }

    private static boolean browses(Knock knock) {
        if (!knock.userAgent().startsWith("Mozilla/") && !knock.userAgent().startsWith("Opera/")) return false;
        if (!knock.accept().contains("text/html")) return false;
        if (!knock.fetchMode().isEmpty() && !knock.fetchMode().equals("navigate")) return false;
        if (!knock.fetchDest().isEmpty() && !knock.fetchDest().equals("document")) return false;
        var chrome = CHROME.matcher(knock.userAgent());
        boolean wouldTell = knock.secure() && chrome.find() && Integer.parseInt(chrome.group(1)) >= TELLS;
        return !wouldTell || !knock.fetchMode().isEmpty();
    }
}
