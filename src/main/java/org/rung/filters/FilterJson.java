package org.rung.filters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a filter is stored and spoken of outside: {@code {"search": "", "match": "any", "groups": [{"match": "all",
 * "lines": [{"kind": "tag", "not": true, "values": ["host"]}]}]}}; lines that must all hold stand without a group, as
 * they did before there were any.
 */
public final class FilterJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FilterJson() {}

    /** What may be left out when writing one by hand. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Spoken(
            @Nullable String search,
            @Nullable List<@Nullable SpokenLine> lines,
            @Nullable String match,
            @Nullable List<@Nullable SpokenGroup> groups) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record SpokenGroup(
            @Nullable String match, @Nullable List<@Nullable SpokenLine> lines) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record SpokenLine(
            @Nullable String kind,
            @Nullable String key,
            @Nullable Boolean not,
            @Nullable String compare,
            @Nullable List<@Nullable String> values) {}

    public static String write(SupporterFilter filter) {
        return JSON.writeValueAsString(
                filter.isPlain()
                        ? new Spoken(filter.search(), spoken(filter.lines()), null, null)
                        : new Spoken(
                                filter.search(),
                                null,
                                word(filter.match()),
                                filter.groups().stream()
                                        .map(group -> new SpokenGroup(word(group.match()), spoken(group.lines())))
                                        .toList()));
    }

    /** @throws Problem.Invalid for text that is no filter: a misspelt word never means everyone */
    public static SupporterFilter read(String text) {
        try {
            @Nullable Spoken spoken = JSON.readValue(text, Spoken.class);
            if (spoken == null) throw notOne();
            var search = spoken.search() == null ? "" : spoken.search();
            var lines = said(spoken.lines()).map(FilterJson::line).toList();
            if (spoken.groups() == null && spoken.match() == null) return new SupporterFilter(search, lines);
            // Nobody can tell how lines beside groups were meant, nor what any of no groups would be.
            if (!lines.isEmpty() || said(spoken.groups()).findAny().isEmpty()) throw notOne();
            return new SupporterFilter(
                    search,
                    match(spoken.match()),
                    said(spoken.groups())
                            .map(group -> new FilterGroup(
                                    match(group.match()),
                                    said(group.lines()).map(FilterJson::line).toList()))
                            .toList());
        } catch (JacksonException e) {
            throw notOne();
        }
    }

    /** As outsiders write it; all where nothing is said. */
    public static Match match(@Nullable String word) {
        return switch (word == null ? "all" : word) {
            case "all" -> Match.ALL;
            case "any" -> Match.ANY;
            default -> throw new Problem.Invalid("match", "problem.filter-match", String.valueOf(word));
        };
    }

    /** As outsiders write it; {@link Comparison#IS} where nothing is said. */
    public static Comparison comparison(@Nullable String word) {
        if (word == null) return Comparison.IS;
        for (var each : Comparison.values()) if (word(each).equals(word)) return each;
        throw new Problem.Invalid("compare", "problem.filter-comparison", word);
    }

    public static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }

    private static Problem.Invalid notOne() {
        return new Problem.Invalid("filter", "problem.filter-json");
    }

    private static List<@Nullable SpokenLine> spoken(List<FilterLine> lines) {
        return lines.stream()
                .<@Nullable SpokenLine>map(line -> new SpokenLine(
                        line.kind(),
                        line.key(),
                        line.not() ? true : null,
                        line.compare() == Comparison.IS ? null : word(line.compare()),
                        List.copyOf(line.values())))
                .toList();
    }

    private static FilterLine line(SpokenLine spoken) {
        return new FilterLine(
                spoken.kind() == null ? "" : spoken.kind(),
                spoken.key() == null ? "" : spoken.key(),
                Boolean.TRUE.equals(spoken.not()),
                comparison(spoken.compare()),
                said(spoken.values()).toList());
    }

    private static <T> Stream<T> said(@Nullable List<@Nullable T> list) {
        if (list == null) return Stream.of();
        // Left out, it would make the filter wider than it was meant.
        if (list.stream().anyMatch(Objects::isNull)) throw notOne();
        return list.stream().map(Objects::requireNonNull);
    }
}
