package org.rung.asks;

import java.time.Instant;
import java.util.Locale;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.ladder.Ladder;
import org.rung.ladder.Reason;
import org.rung.ladder.StartingWords;

/** What to ask someone next, and why now: {@code reason.in(locale, zone)} says it in the reader's language. */
public record NextAsk(AskId askId, AskFamily family, String title, String words, Reason reason) {

    static NextAsk up(Ask ask, Reason reason) {
        return new NextAsk(ask.askId(), ask.family(), ask.title(), ask.words(), reason);
    }

    /** To someone who was silent for long the same is said in other words, in the organization's language. */
    static NextAsk back(Ask ask, Locale locale, Ladder ladder, int position, Instant fallsAt) {
        return new NextAsk(
                ask.askId(),
                ask.family(),
                ask.title(),
                StartingWords.first(locale, "ask." + ask.family() + ".back"),
                Reason.slipping(fallsAt, ladder.rung(position - 1).name()));
    }

    /** Whether it is to keep someone from falling, rather than to lead them on. */
    public boolean back() {
        return reason.kind() == Reason.Kind.SLIPPING;
    }
}
