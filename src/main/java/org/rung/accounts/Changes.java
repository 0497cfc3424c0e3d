package org.rung.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed: each field with what stood in it before and after. Kept as lines of a text, field, before and after with
 * tabs between, which people and programs read alike.
 */
public record Changes(List<Change> all) {
    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 3_900;

    /** One field; empty where there was nothing, or is nothing any more. */
    public record Change(String field, String before, String after) {}

    public Changes {
        all = List.copyOf(all);
    }

    public boolean none() {
        return all.isEmpty();
    }

    public static Noting of() {
        return new Noting();
    }

    /** Compares field by field; what is the same is left out. */
    public static final class Noting {
        private final List<Change> changes = new ArrayList<>();

        private Noting() {}

        public Noting field(String name, @Nullable Object before, @Nullable Object after) {
            var was = said(before);
            var is = said(after);
            if (!was.equals(is)) changes.add(new Change(name, was, is));
            return this;
        }

        public Changes end() {
            return new Changes(changes);
        }

        private static String said(@Nullable Object value) {
            var text =
                    switch (value) {
                        case null -> "";
                        case Optional<?> some -> some.map(Objects::toString).orElse("");
                        default -> value.toString();
                    };
            var plain = text.replaceAll("[\\t\\n\\r]", " ");
            return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        }
    }

    String text() {
        var text = new StringBuilder();
        for (var change : all) {
            var line = change.field() + "\t" + change.before() + "\t" + change.after() + "\n";
            if (text.length() + line.length() > LONGEST_TEXT) break;
            text.append(line);
        }
        return text.toString();
    }

    static Optional<Changes> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        return Optional.of(new Changes(text.lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Change(parts[0], parts[1], parts[2]))
                .toList()));
    }
}
