package org.rung.accounts;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;

/** The tenant, with its settings. */
public record Organization(
        OrganizationId organizationId,
        String name,
        String slug,
        String country,
        ZoneId zone,
        String language,
        String helpWords,
        String optOutWords,
        LocalTime textingFrom,
        LocalTime textingUntil,
        int firstBatch,
        int replyBatch,
        Duration undo,
        boolean demo) {

    /** No text leaves before this hour of the recipient's day, whatever an organization sets. */
    public static final LocalTime EARLIEST = LocalTime.of(8, 0);

    public static final LocalTime LATEST = LocalTime.of(21, 0);
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_WORDS = 320;
    public static final int LARGEST_BATCH = 500;
    public static final int LONGEST_UNDO_SECONDS = 60;

    /** For how long a text may be taken back; what was set before there was this choice stays until it is changed. */
    public static final Set<Integer> UNDO_SECONDS = Set.of(0, 5, 10, 30);

    public Organization {
        name = checkedName(name);
        checkCountry(country);
        within("helpWords", helpWords, LONGEST_WORDS);
        within("optOutWords", optOutWords, LONGEST_WORDS);
        if (textingFrom.isBefore(EARLIEST)) throw new Problem.Invalid("textingFrom", "problem.hours-early");
        if (textingUntil.isAfter(LATEST)) throw new Problem.Invalid("textingUntil", "problem.hours-late");
        if (!textingFrom.isBefore(textingUntil)) {
            throw new Problem.Invalid("textingUntil", "problem.hours-crossed");
        }
        within("firstBatch", firstBatch, 1, LARGEST_BATCH);
        within("replyBatch", replyBatch, 1, LARGEST_BATCH);
        within("undo", (int) undo.toSeconds(), 0, LONGEST_UNDO_SECONDS);
    }

    static String checkedName(String name) {
        var trimmed = name.strip();
        if (trimmed.isEmpty()) throw new Problem.Invalid("name", "problem.organization-name-empty");
        within("name", trimmed, LONGEST_NAME);
        return trimmed;
    }

    /** English where Rung does not speak this language. */
    static String spoken(Locale language) {
        return language.getLanguage().equals("es") ? "es" : "en";
    }

    static void checkCountry(String country) {
        if (Arrays.stream(Locale.getISOCountries()).noneMatch(country::equals)) {
            throw new Problem.Invalid("country", "problem.country");
        }
    }

    private static void within(String field, String text, int longest) {
        if (text.length() > longest) throw new Problem.Invalid(field, "problem.too-long", longest);
    }

    private static void within(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw new Problem.Invalid(field, "problem.from-to", least, most);
        }
    }
}
