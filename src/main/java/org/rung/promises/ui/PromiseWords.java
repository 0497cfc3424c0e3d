package org.rung.promises.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitment;
import org.rung.common.Sentence;
import org.rung.ladder.StartingWords;

/** How the screens of this room call a promise and its day. */
final class PromiseWords {
    /** What is promised in passing; who leads or develops leaders, a member talks with. */
    static final List<AskFamily> OFFERED = List.of(
            AskFamily.COME,
            AskFamily.SHIFT,
            AskFamily.HOST,
            AskFamily.BRING,
            AskFamily.GIVE,
            AskFamily.CONTACT,
            AskFamily.SIGN);

    private PromiseWords() {}

    static String say(String key, Object... given) {
        return Sentences.of(Sentence.of(key, given));
    }

    static String family(AskFamily family) {
        return say("promises.family." + family);
    }

    static String title(Commitment promise) {
        return promise.title().isBlank()
                ? family(promise.family())
                : StartingWords.in(Sentences.language(), promise.title());
    }

    /** Tue, Dec 1. */
    static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd")
                .withLocale(Sentences.language())
                .format(day);
    }

    static Optional<LocalDate> day(Commitment promise, ZoneId zone) {
        return promise.dueAt().map(due -> LocalDate.ofInstant(due, zone));
    }

    static Instant settledAt(Commitment promise) {
        return promise.turnedAt().or(promise::settledAt).orElse(promise.promisedAt());
    }
}
