package org.rung.notices;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.Sentence;

/**
 * One trouble, told once, with how often it happened.
 *
 * @param sentence as {@link Sentence#text()} stores it
 * @param link the path of the screen where something can be done
 * @param settledAt when it was over; it is told anew when it comes back
 */
public record Notice(
        NoticeId noticeId,
        String kind,
        String sentence,
        Optional<String> link,
        int times,
        Instant firstAt,
        Instant lastAt,
        Optional<Instant> settledAt,
        boolean read) {

    public String in(Locale locale) {
        return Sentence.said(sentence, locale);
    }
}
