package org.rung.ladder;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why someone stands where they stand, or why to ask them now; kept as facts, said in the reader's language.
 *
 * @param of the type of action or family of commitment, the days of a fade, the rung below someone who is slipping, or the
 *     words of whoever moved them
 */
public record Reason(Kind kind, String of, int times, Optional<Instant> at) {
    public static final Reason NOTHING = new Reason(Kind.NOTHING, "", 0, Optional.empty());

    /** What kind of thing it was. */
    public enum Kind {
        NOTHING,
        ACTION,
        KEPT,
        FADE,
        SLIPPING,
        HAND
    }

    /** "Recruited two people by Nov 12, 2026". */
    public String in(Locale locale, ZoneId zone) {
        String day = at.map(instant -> DateTimeFormatter.ofLocalizedPattern("yMMMd")
                        .withLocale(locale)
                        .format(instant.atZone(zone)))
                .orElse("");
        String key =
                switch (kind) {
                    case NOTHING, FADE, SLIPPING, HAND -> "ladder.reason." + kind;
                    case ACTION, KEPT -> "ladder.reason." + kind + "." + of;
                };
        return Words.say(locale, key, day, times, kind == Kind.SLIPPING ? StartingWords.in(locale, of) : of);
    }

    static Reason of(List<Fact> evidence) {
        return switch (evidence.getLast()) {
            case Fact.Done last ->
                new Reason(
                        Kind.ACTION,
                        last.type().name(),
                        (int) evidence.stream()
                                .filter(fact -> fact instanceof Fact.Done done && done.type() == last.type())
                                .count(),
                        Optional.of(last.at()));
            case Fact.Kept last ->
                new Reason(
                        Kind.KEPT,
                        last.family().name(),
                        (int) evidence.stream()
                                .filter(fact -> fact instanceof Fact.Kept kept && kept.family() == last.family())
                                .count(),
                        Optional.of(last.at()));
            case Fact.Moved moved -> byHand(moved.at(), moved.reason());
            case Fact.Locked locked -> NOTHING;
            case Fact.Unlocked unlocked -> NOTHING;
        };
    }

    static Reason byHand(Instant at, String words) {
        return new Reason(Kind.HAND, words, 1, Optional.of(at));
    }

    static Reason faded(Instant at, int days) {
        return new Reason(Kind.FADE, Integer.toString(days), days, Optional.of(at));
    }

    /** Their rung runs out then, and leaves them on the one below. */
    public static Reason slipping(Instant fallsAt, String below) {
        return new Reason(Kind.SLIPPING, below, 1, Optional.of(fallsAt));
    }

    /** As it is stored; the words of a person come last and may hold anything. */
    public String text() {
        return kind + "|" + times + "|" + at.map(Instant::toString).orElse("") + "|" + of;
    }

    public static Reason read(String text) {
        String[] parts = text.split("\\|", 4);
        if (parts.length < 4) {
            return NOTHING;
        }
        return new Reason(
                Kind.valueOf(parts[0]),
                parts[3],
                Integer.parseInt(parts[1]),
                parts[2].isEmpty() ? Optional.empty() : Optional.of(Instant.parse(parts[2])));
    }
}
