package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.rung.consent.SuppressionScope;

/** How entries of the do-not-text list read. */
final class Entries {
    private Entries() {}

    static String day(Component reader, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale(reader))
                .format(at.atZone(zone));
    }

    static String time(Component reader, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale(reader))
                .format(at.atZone(zone));
    }

    private static Locale locale(Component reader) {
        return reader.getUI()
                .map(ui -> ui.getLocale())
                .orElseGet(() -> UI.getCurrent().getLocale());
    }

    /** "For good", "Until 5 Dec 2026", "Out of Rent meeting". */
    static String reach(Component reader, SuppressionScope scope, ZoneId zone, Map<Long, String> campaigns) {
        return switch (scope) {
            case SuppressionScope.ForGood() -> reader.getTranslation("compliance.entry.GOOD");
            case SuppressionScope.Until until ->
                reader.getTranslation("compliance.entry.UNTIL", day(reader, until.at(), zone));
            case SuppressionScope.Within within ->
                reader.getTranslation(
                        "compliance.entry.CAMPAIGN",
                        campaigns.getOrDefault(
                                within.occasion(), reader.getTranslation("compliance.entry.campaignGone")));
        };
    }

    static Span chip(Component reader, SuppressionScope scope, ZoneId zone, Map<Long, String> campaigns) {
        var chip = new Span(reach(reader, scope, zone, campaigns));
        chip.addClassNames("chip", scope instanceof SuppressionScope.ForGood ? "bad" : "warn");
        return chip;
    }
}
