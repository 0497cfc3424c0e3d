package org.rung.filters;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion.Choice;

/** How a filter reads: in the reader's language where the house has the words, else as it was written. */
public final class FilterWords {
    private static final Set<String> WITH_KEY = Set.of("place", "rung", "name", "event", "event_within");
    private static final Set<String> EVERYBODYS_LADDERS = Set.of("COMMITMENT", "GIVING");
    private static final Set<String> KINDS = Set.of(
            "tag",
            "area",
            "name",
            "household",
            "place",
            "field",
            "consent",
            "import",
            "source",
            "language",
            "known_by",
            "known_by_team",
            "rung",
            "list",
            "ready",
            "slipping",
            "moved",
            "answered",
            "texted",
            "replied",
            "succeeded",
            "opted_out_in",
            "clicked",
            "clicked_in",
            "acted",
            "gave",
            "point",
            "promised",
            "event",
            "event_within",
            "saved",
            "suppressed");

    private FilterWords() {}

    /** A filter in a phrase a group: {@code Tag: host or driver}; all of one line each where all must hold. */
    public static List<String> groups(
            Component reader, Filters filters, OrganizationId organization, SupporterFilter filter) {
        if (filter.isPlain()) {
            return filter.lines().stream()
                    .map(line -> line(reader, filters, organization, line))
                    .toList();
        }
        var phrases = new ArrayList<String>();
        for (var group : filter.groups()) {
            var joint = " " + reader.getTranslation("filters.joint." + group.match()) + " ";
            var words = String.join(
                    joint,
                    group.lines().stream()
                            .map(line -> line(reader, filters, organization, line))
                            .toList());
            phrases.add(
                    phrases.isEmpty() ? words : reader.getTranslation("filters.joint." + filter.match()) + " " + words);
        }
        return phrases;
    }

    /** A line in one phrase: {@code Tag: host or driver}, {@code Tag is not: host}. */
    public static String line(Component reader, Filters filters, OrganizationId organization, FilterLine line) {
        var choices = filters.criterion(line.kind())
                .map(each -> each.choices(organization))
                .orElse(List.of());
        var values = line.values().stream()
                .map(value -> value(reader, choices, line.kind(), value))
                .toList();
        var or = " " + reader.getTranslation("filters.filter.or") + " ";
        var question = question(reader, line.kind(), line.key());
        if (line.not() || line.compare() != Comparison.IS)
            question += " " + reader.getTranslation("filters.how." + (line.not() ? "NOT_" : "") + line.compare());
        return values.isEmpty() ? question : question + ": " + String.join(or, values);
    }

    static String question(Component reader, String kind, String key) {
        if (!KINDS.contains(kind)) return key.isEmpty() ? kind : kind + " " + key;
        if (kind.equals("field")) return key.replace('_', ' ');
        if (kind.equals("acted") && !key.isEmpty())
            return reader.getTranslation("filters.criterion.acted") + ": "
                    + reader.getTranslation("actions.type." + key);
        if (kind.equals("promised") && !key.isEmpty()) return reader.getTranslation("filters.criterion.settled." + key);
        if (kind.equals("moved")) return moved(reader, key);
        if (kind.equals("rung") && !EVERYBODYS_LADDERS.contains(key))
            return reader.getTranslation("filters.criterion.rung.OTHER");
        if (kind.startsWith("known_by")) return acquaintance(reader, kind, key);
        if (kind.equals("gave")) return reader.getTranslation("filters.criterion.gave", key);
        return reader.getTranslation("filters.criterion." + kind + (WITH_KEY.contains(kind) ? "." + key : ""));
    }

    /** The ladder, and {@code up}, {@code down} or from which rung to which. */
    private static String moved(Component reader, String key) {
        var ladder = key.substring(0, Math.max(0, key.indexOf(':')));
        var way = key.substring(key.indexOf(':') + 1);
        var rungs = way.split(">", 2);
        return rungs.length == 2
                ? reader.getTranslation("filters.criterion.moved." + ladder, rungs[0], rungs[1])
                : reader.getTranslation("filters.criterion.moved." + ladder + "." + way);
    }

    private static String acquaintance(Component reader, String kind, String key) {
        var words = reader.getTranslation("filters.criterion." + kind);
        try {
            var closeness = Closeness.read(key);
            if (closeness.kind().isPresent())
                words += " ("
                        + reader.getTranslation(
                                "people.knows." + closeness.kind().get()) + ")";
            if (closeness.least() > 1) words += ", " + reader.getTranslation("filters.known.least", closeness.least());
            return words;
        } catch (Problem.Invalid nonsense) {
            return words + " " + key;
        }
    }

    static String value(Component reader, List<Choice> choices, String kind, String value) {
        if (value.equals(AcquaintanceCriterionStore.ANYONE) && kind.equals("known_by"))
            return reader.getTranslation("filters.known.ANYONE");
        if (value.equals("ANYONE") && kind.equals("point")) return reader.getTranslation("filters.point.ANYONE");
        if (kind.equals("household")) return reader.getTranslation("filters.household." + value);
        if (kind.equals("area")) return AreaWords.of(reader, value);
        // Days stand for themselves.
        if (value.indexOf('/') > 0 && value.charAt(4) == '-') return value.replace("/", " – ");
        if (!value.chars().allMatch(Character::isDigit)) {
            if (kind.equals("consent")) return reader.getTranslation("people.consent." + value);
            if (kind.equals("suppressed")) return reader.getTranslation("filters.suppressed." + value);
            if (kind.equals("acted")) return reader.getTranslation("actions.type." + value);
            if (kind.equals("promised")) return reader.getTranslation("filters.promised." + value);
        }
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::shown)
                .orElse(value);
    }
}
