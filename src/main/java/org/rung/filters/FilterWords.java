package org.rung.filters;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Set;
import org.rung.common.OrganizationId;
import org.rung.filters.Criterion.Choice;

/** How a filter reads: in the reader's language where the house has the words, else as it was written. */
public final class FilterWords {
    private static final Set<String> WITH_KEY = Set.of("place", "rung");
    private static final Set<String> KINDS = Set.of(
            "tag",
            "place",
            "field",
            "consent",
            "import",
            "source",
            "language",
            "known_by",
            "rung",
            "list",
            "ready",
            "slipping",
            "answered",
            "texted",
            "clicked");

    private FilterWords() {}

    /** A line in one phrase: {@code Tag: host or driver}. */
    public static String line(Component reader, Filters filters, OrganizationId organization, FilterLine line) {
        var choices = filters.criterion(line.kind())
                .map(each -> each.choices(organization))
                .orElse(List.of());
        var values = line.values().stream()
                .map(value -> value(reader, choices, line.kind(), value))
                .toList();
        var or = " " + reader.getTranslation("filters.filter.or") + " ";
        var question = question(reader, line.kind(), line.key());
        return values.isEmpty() ? question : question + ": " + String.join(or, values);
    }

    static String question(Component reader, String kind, String key) {
        if (!KINDS.contains(kind)) return key.isEmpty() ? kind : kind + " " + key;
        if (kind.equals("field")) return key.replace('_', ' ');
        return reader.getTranslation("filters.criterion." + kind + (WITH_KEY.contains(kind) ? "." + key : ""));
    }

    static String value(Component reader, List<Choice> choices, String kind, String value) {
        if (kind.equals("consent")) return reader.getTranslation("people.consent." + value);
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::shown)
                .orElse(value);
    }
}
