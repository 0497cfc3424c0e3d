package org.rung.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;
import org.rung.common.Problem;

/** What a body said, or what it means that it did not. */
final class Given {
    static final int MOST = 1_000;

    private Given() {}

    static <T> T need(String field, @Nullable T value) {
        if (value == null) throw new Problem.Invalid(field, "problem.needed");
        return value;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static <T> List<T> list(String field, @Nullable List<T> values) {
        if (values == null) return List.of();
        if (values.size() > MOST) throw new TooLarge(field + " has more than 1,000 items. Send them in several parts.");
        for (int i = 0; i < values.size(); i++) need(field + "[" + i + "]", values.get(i));
        return values;
    }

    static Map<String, String> map(String field, @Nullable Map<String, String> values) {
        if (values == null) return Map.of();
        values.forEach((key, value) -> need(field + "." + key, value));
        return values;
    }

    static long id(String field, @Nullable String text) {
        return Id.parse(field, need(field, text));
    }
}
