package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.rung.accounts.Sentences;
import org.rung.ladder.Standing;
import org.rung.ladder.StartingWords;
import org.rung.messaging.Hold;
import org.rung.messaging.Text;
import org.rung.texting.OpenConversation;

/** How the desk says times, ages and delivery. */
final class Phrases {

    private Phrases() {}

    /** Of whoever looks: a card that is not on the screen yet has no language of its own. */
    static Locale locale() {
        return Sentences.language();
    }

    static String language(String code) {
        return Locale.of(code).getDisplayLanguage(locale());
    }

    static String name(Component screen, OpenConversation open) {
        return open.name().isBlank() ? screen.getTranslation("texting.unnamed") : open.name();
    }

    static String time(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone))
                .replace('\u202f', '\u00a0');
    }

    static String time(java.time.LocalTime at, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at)
                .replace('\u202f', '\u00a0');
    }

    static String day(Component screen, LocalDate day, LocalDate today, Locale locale) {
        if (day.equals(today)) {
            return screen.getTranslation("texting.day.today");
        }
        if (day.equals(today.minusDays(1))) {
            return screen.getTranslation("texting.day.yesterday");
        }
        return DateTimeFormatter.ofPattern(day.getYear() == today.getYear() ? "EEEE, d MMMM" : "d MMMM yyyy", locale)
                .format(day);
    }

    static String ago(Component screen, Instant then, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        if (minutes < 1) {
            return screen.getTranslation("texting.ago.now");
        }
        if (minutes < 60) {
            return screen.getTranslation("texting.ago.minutes", minutes);
        }
        return minutes < 60 * 24
                ? screen.getTranslation("texting.ago.hours", minutes / 60)
                : screen.getTranslation("texting.ago.days", minutes / (60 * 24));
    }

    /** Where a text is on its way, in plain words. */
    static String delivery(Component screen, Text text, ZoneId there, ZoneId here, Locale locale) {
        return switch (text.state()) {
            case HELD -> held(screen, text, there, here, locale);
            case RECEIVED -> "";
            default -> screen.getTranslation("texting.delivery." + text.state().name());
        };
    }

    private static String held(Component screen, Text text, ZoneId there, ZoneId here, Locale locale) {
        return switch (text.hold().orElse(Hold.UNDO)) {
            case UNDO -> screen.getTranslation("texting.delivery.HELD");
            case HOURS ->
                text.dueAt()
                        .map(due ->
                                screen.getTranslation("texting.delivery.HOURS", both(screen, due, there, here, locale)))
                        .orElse(screen.getTranslation("texting.delivery.HELD"));
            case PERSON -> screen.getTranslation("texting.delivery.PERSON");
            case PAUSED -> screen.getTranslation("texting.delivery.PAUSED");
            case REVIEW -> screen.getTranslation("texting.delivery.REVIEW");
        };
    }

    /** The recipient's clock; where their zone is only guessed, that too. */
    static String there(Component screen, Instant now, ZoneId there, boolean guessed, Locale locale) {
        String time = screen.getTranslation("texting.there", time(now, there, locale));
        return guessed ? screen.getTranslation("texting.there.uncertain", time) : time;
    }

    /** A moment by the recipient's clock, and by the texter's where that shows another time. */
    static String both(Component screen, Instant at, ZoneId there, ZoneId here, Locale locale) {
        String theirs = when(at, there, locale);
        String ours = when(at, here, locale);
        boolean sameDay = at.atZone(there).toLocalDate().equals(at.atZone(here).toLocalDate());
        return theirs.equals(ours)
                ? theirs
                : screen.getTranslation("texting.clocks", theirs, sameDay ? time(at, here, locale) : ours);
    }

    /** How long a text that was just sent can be taken back: as the server holds it, and a while if that is till morning. */
    static Duration undo(Text text) {
        return switch (text.hold().orElse(Hold.PERSON)) {
            case UNDO ->
                text.dueAt()
                        .map(due -> Duration.between(text.happenedAt(), due))
                        .orElse(Duration.ZERO);
            case HOURS -> Duration.ofSeconds(10);
            case PERSON, PAUSED -> Duration.ZERO;
            case REVIEW -> Duration.ofSeconds(10);
        };
    }

    static String when(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE", locale).format(at.atZone(zone)) + " " + time(at, zone, locale);
    }

    /** The little ladder, with its name for those who do not see it. */
    static Span ladder(Component screen, Standing standing) {
        Span ladder = new Span();
        ladder.addClassName("ladder-mini");
        String name = screen.getTranslation(
                "texting.rung",
                standing.position(),
                standing.rungs(),
                StartingWords.in(Sentences.language(), standing.rung()));
        ladder.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", name)
                .setAttribute("title", name);
        for (int rung = 1; rung <= standing.rungs(); rung++) {
            var step = new com.vaadin.flow.dom.Element("i");
            if (rung <= standing.position()) {
                step.setAttribute("class", "on");
            }
            ladder.getElement().appendChild(step);
        }
        return ladder;
    }
}
