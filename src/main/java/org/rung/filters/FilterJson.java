package org.rung.filters;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a filter is stored and spoken of outside: {@code {"search": "", "lines": [{"kind": "tag", "key": "", "values": ["host"]}]}}. */
public final class FilterJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FilterJson() {}

    /** What may be left out when writing one by hand. */
    private record Spoken(@Nullable String search, @Nullable List<@Nullable SpokenLine> lines) {}

    private record SpokenLine(
            @Nullable String kind,
            @Nullable String key,
            @Nullable List<@Nullable String> values) {}

    public static String write(SupporterFilter filter) {
        return JSON.writeValueAsString(new Spoken(
                filter.search(),
                filter.lines().stream()
                        .map(line -> new SpokenLine(line.kind(), line.key(), line.values()))
                        .toList()));
    }

    /** @throws Problem.Invalid for text that is no filter: a misspelt word never means everyone */
    public static SupporterFilter read(String text) {
        try {
            @Nullable Spoken spoken = JSON.readValue(text, Spoken.class);
            if (spoken == null) throw notOne();
            return new SupporterFilter(
                    spoken.search() == null ? "" : spoken.search(),
                    said(spoken.lines()).map(FilterJson::line).toList());
        } catch (JacksonException e) {
            throw notOne();
        }
    }

    private static Problem.Invalid notOne() {
        return new Problem.Invalid("filter", "problem.filter-json");
    }

    private static FilterLine line(SpokenLine spoken) {
        return new FilterLine(
                spoken.kind() == null ? "" : spoken.kind(),
                spoken.key() == null ? "" : spoken.key(),
                said(spoken.values()).toList());
    }

    private static <T> Stream<T> said(@Nullable List<@Nullable T> list) {
        return list == null
                ? Stream.of()
                : list.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
