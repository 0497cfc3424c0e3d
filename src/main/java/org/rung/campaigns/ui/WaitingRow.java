package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.div;
import static org.rung.campaigns.ui.Pieces.span;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.rung.campaigns.WaitingTexts;

/** How many texts wait for their recipients' hours, and when the first of them leave: there, and here. */
final class WaitingRow {
    private WaitingRow() {}

    static Div of(Scene scene, WaitingTexts.Waiting waiting, ZoneId here) {
        var locale = scene.locale();
        String theirs = moment(waiting.first(), waiting.zone(), locale);
        String ours = moment(waiting.first(), here, locale);
        String zone = waiting.zone().getDisplayName(TextStyle.FULL, locale);
        String many = scene.words(waiting.more() ? "campaigns.waiting.more" : "campaigns.waiting", waiting.count());
        boolean sameDay = waiting.first()
                .atZone(waiting.zone())
                .toLocalDate()
                .equals(waiting.first().atZone(here).toLocalDate());
        String when = theirs.equals(ours)
                ? scene.words("campaigns.waiting.first", theirs, zone)
                : scene.words(
                        "campaigns.waiting.both", theirs, zone, sameDay ? time(waiting.first(), here, locale) : ours);
        return div("notice", span("grow", many + " " + when));
    }

    private static String moment(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE", locale).format(at.atZone(zone)) + " " + time(at, zone, locale);
    }

    private static String time(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone))
                .replace('\u202f', '\u00a0');
    }
}
