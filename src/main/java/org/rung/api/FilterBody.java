package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.common.Problem;
import org.rung.filters.Comparison;
import org.rung.filters.FilterGroup;
import org.rung.filters.FilterJson;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;

/** Whom, as programs say it: plain conditions that must all hold, or groups of them. */
@Schema(name = "Filter")
record FilterBody(
        @Schema(description = "Words to search for in names, numbers and e-mail addresses.", example = "") @Nullable
        String search,

        @Schema(description = "Conditions that must all hold.") @Nullable
        List<Line> filters,

        @Schema(description = "How `groups` go together: `all` (when not said) or `any`.", example = "any") @Nullable
        String match,

        @Schema(description = "Groups of conditions, in place of `filters`.") @Nullable
        List<Group> groups) {

    @Schema(name = "FilterGroup")
    record Group(
            @Schema(description = "How its conditions go together: `all` (when not said) or `any`.", example = "any")
            @Nullable
            String match,

            @Schema(description = "At least one.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Line> filters) {}

    @Schema(name = "FilterLine")
    record Line(
            @Schema(
                    description =
                            "What the condition is about: tag, name, place, area, field, consent, suppressed, rung, moved,"
                                    + " import, list, saved, source, language, known_by, known_by_team, household, ready,"
                                    + " slipping, texted, replied, opted_out_in, answered, clicked, clicked_in, acted, gave,"
                                    + " promised, event or event_within.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "tag")
            @Nullable
            String kind,

            @Schema(description = "The custom field or the ladder, where the kind has several.", example = "") @Nullable
            String key,

            @Schema(description = "Turns the condition round.", example = "false") @Nullable
            Boolean not,

            @Schema(
                    description =
                            "`is` (when not said); of numbers `less` and `more`, of dates `before` and `after`, of"
                                    + " what people did `within` so many days.",
                    example = "is")
            @Nullable
            String compare,

            @Schema(description = "Any of these may match.", example = "[\"tenant\"]") @Nullable
            List<String> values) {

        static Line of(FilterLine line) {
            return new Line(
                    line.kind(),
                    line.key(),
                    line.not() ? true : null,
                    line.compare() == Comparison.IS ? null : FilterJson.word(line.compare()),
                    line.values());
        }
    }

    static FilterBody of(SupporterFilter filter) {
        if (filter.isPlain()) return new FilterBody(filter.search(), lines(filter.lines()), null, null);
        return new FilterBody(
                filter.search(),
                List.of(),
                FilterJson.word(filter.match()),
                filter.groups().stream()
                        .map(group -> new Group(FilterJson.word(group.match()), lines(group.lines())))
                        .toList());
    }

    private static List<Line> lines(List<FilterLine> lines) {
        return lines.stream().map(Line::of).toList();
    }

    SupporterFilter filter() {
        var plain = read("filters", filters);
        var grouped = Given.list("groups", groups);
        if (grouped.isEmpty()) {
            // Conditions of groups that are not there would be anybody's guess, and the widest guess is everyone.
            if (match != null || groups != null) throw new Problem.Invalid("groups", "problem.list-empty");
            return new SupporterFilter(Given.text(search), plain);
        }
        if (!plain.isEmpty()) throw new Problem.Invalid("groups", "problem.groups-beside");
        var read = new ArrayList<FilterGroup>();
        for (var group : grouped)
            read.add(new FilterGroup(
                    FilterJson.match(group.match()), read("groups[" + read.size() + "].filters", group.filters())));
        return new SupporterFilter(Given.text(search), FilterJson.match(match), read);
    }

    private static List<FilterLine> read(String where, @Nullable List<Line> given) {
        var lines = new ArrayList<FilterLine>();
        for (var line : Given.list(where, given)) {
            var here = where + "[" + lines.size() + "]";
            lines.add(new FilterLine(
                    Given.need(here + ".kind", line.kind()),
                    Given.text(line.key()),
                    Boolean.TRUE.equals(line.not()),
                    FilterJson.comparison(line.compare()),
                    Given.list(here + ".values", line.values())));
        }
        return lines;
    }
}
