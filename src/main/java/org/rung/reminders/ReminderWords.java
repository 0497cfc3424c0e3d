package org.rung.reminders;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Organization;
import org.rung.commitments.AskFamily;
import org.rung.common.Braces;
import org.rung.common.Sentence;
import org.rung.ladder.StartingWords;
import org.rung.people.OwnLinks;
import org.rung.people.Supporter;

/** What the texts say: usual words in two languages, or the organization's own. */
final class ReminderWords {
    static final int LONGEST = 600;
    static final Set<String> FIELDS = Set.of("firstName", "what", "when", "organization", OwnLinks.FIELD);
    static final Locale ENGLISH = Locale.ENGLISH;
    static final Locale SPANISH = Locale.of("es");

    private ReminderWords() {}

    static String usual(ReminderKind kind, Locale language) {
        return Sentence.of("reminders.text." + kind).in(language);
    }

    static String checked(String words) {
        return Braces.checked(words, LONGEST, FIELDS);
    }

    /**
     * @param title what was promised, in their language
     * @param link their own to give; empty where there is none
     */
    static String filled(String words, Promised promise, String title, String link, Supporter who, Organization home) {
        Locale language = who.writtenIn(home);
        ZoneId zone = who.zone().orElse(home.zone());
        return Braces.filled(
                words,
                Map.of(
                        "firstName",
                        who.firstName(),
                        "what",
                        what(promise.family(), title, language),
                        "when",
                        promise.dueAt().map(due -> when(due, zone, language)).orElse(""),
                        "organization",
                        home.name(),
                        OwnLinks.FIELD,
                        link));
    }

    /** As somebody sees it who writes the words. */
    static String sample(String words, Organization home, Locale language, String link, Instant now) {
        Instant due =
                now.atZone(home.zone()).plusDays(1).with(LocalTime.of(18, 0)).toInstant();
        return Braces.filled(
                words,
                Map.of(
                        "firstName",
                        Sentence.of("reminders.sample.name").in(language),
                        "what",
                        Sentence.of("reminders.sample.what").in(language),
                        "when",
                        when(due, home.zone(), language),
                        "organization",
                        home.name(),
                        OwnLinks.FIELD,
                        link));
    }

    private static String what(AskFamily family, String title, Locale language) {
        return title.isBlank()
                ? Sentence.of("reminders.what." + family).in(language)
                : StartingWords.in(language, title);
    }

    /** A day that was promised without an hour stands at noon; then no hour is said. */
    static String when(Instant due, ZoneId zone, Locale language) {
        ZonedDateTime at = due.atZone(zone);
        String day = DateTimeFormatter.ofLocalizedPattern("MMMEd")
                .withLocale(language)
                .format(at);
        Optional<String> hour = at.toLocalTime().equals(LocalTime.NOON)
                ? Optional.empty()
                : Optional.of(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at)
                        // Java's narrow spaces would make the whole text UCS-2.
                        .replace('\u202f', ' ')
                        .replace('\u00a0', ' '));
        return hour.map(time -> day + ", " + time).orElse(day);
    }
}
