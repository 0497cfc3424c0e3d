package org.rung.asks;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rung.accounts.Changes;

/** What a change of an ask changed: words that are the organization's own, and nobody's data. */
final class AskChanges {
    private AskChanges() {}

    static Changes of(Ask before, Ask after) {
        Changes.Noting noting = Changes.of()
                .field("title", before.title(), after.title())
                .field("words", before.words(), after.words())
                .field("family", before.family(), after.family())
                .field("rungs", positions(before), positions(after))
                .field("capacity", before.capacity(), after.capacity())
                .field("cooldownDays", before.cooldownDays(), after.cooldownDays())
                .field("urgency", before.urgency(), after.urgency())
                .field("risk", before.risk(), after.risk())
                .field("languages", codes(before), codes(after));
        var spoken = new TreeSet<>(before.variants().keySet());
        spoken.addAll(after.variants().keySet());
        for (String language : spoken) {
            noting.field("variants." + language, said(before, language), said(after, language));
        }
        return noting.end();
    }

    private static String positions(Ask ask) {
        return ask.positions().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String codes(Ask ask) {
        return String.join(", ", new TreeSet<>(ask.languages()));
    }

    private static String said(Ask ask, String language) {
        AskVariant variant = ask.variants().get(language);
        return variant == null ? "" : variant.title() + (variant.words().isEmpty() ? "" : ": " + variant.words());
    }
}
