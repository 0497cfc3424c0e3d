package org.rung.filters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * One condition of a filter: kind names the {@link Criterion}, key its field (a custom field's key, a ladder; may be
 * empty), any of values may match; not turns it round.
 */
public record FilterLine(String kind, String key, boolean not, Comparison compare, List<String> values) {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_VALUE = 500;
    /** The corners of an area. */
    private static final int LONGEST_AREA = 2_000;

    public FilterLine(String kind, String key, List<String> values) {
        this(kind, key, false, Comparison.IS, values);
    }

    /**
     * What a link from another screen asks for: {@code ?kind=rung&key=COMMITMENT&value=3}, with {@code compare} where it is
     * not "is"; empty without a kind.
     */
    public static Optional<FilterLine> asked(Map<String, List<String>> parameters) {
        return parameters.getOrDefault("kind", List.of()).stream()
                .findFirst()
                .map(kind -> new FilterLine(
                        kind,
                        parameters.getOrDefault("key", List.of("")).getFirst(),
                        false,
                        compare(parameters.getOrDefault("compare", List.of("")).getFirst()),
                        parameters.getOrDefault("value", List.of())));
    }

    private static Comparison compare(String word) {
        return Arrays.stream(Comparison.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(Comparison.IS);
    }

    public FilterLine {
        if (kind.isBlank() || kind.length() > 40) throw new Problem.Invalid("kind", "problem.length", 1, 40);
        if (key.length() > 60) throw new Problem.Invalid("key", "problem.too-long", 60);
        if (values.size() > MOST_VALUES) throw new Problem.Invalid("values", "problem.values-many");
        values = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        int longest = kind.equals("area") ? LONGEST_AREA : LONGEST_VALUE;
        if (values.stream().anyMatch(value -> value.length() > longest)) {
            throw new Problem.Invalid("values", "problem.values-long");
        }
    }
}
