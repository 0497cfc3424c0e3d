package org.rung.asks;

import java.time.Instant;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.ladder.Ladder;
import org.rung.ladder.Reason;
import org.rung.ladder.StartingWords;
import org.rung.people.Supporter;

/**
 * What to ask someone next, and why now: {@code reason.in(locale, zone)} says it in the reader's language.
 *
 * @param title as the organization calls it
 * @param theirs what it is called and what is said to whom it is put, in their language
 */
public record NextAsk(AskId askId, AskFamily family, String title, AskVariant theirs, Reason reason, Chance chance) {

    static NextAsk up(Ask ask, String language, Reason reason, Chance chance) {
        return new NextAsk(ask.askId(), ask.family(), ask.title(), ask.in(language), reason, chance);
    }

    /** To someone who was silent for long the same is said in other words, in the language they are written to in. */
    static NextAsk back(Ask ask, String language, Ladder ladder, int position, Instant fallsAt, Chance chance) {
        return new NextAsk(
                ask.askId(),
                ask.family(),
                ask.title(),
                new AskVariant(
                        ask.in(language).title(),
                        StartingWords.first(Supporter.writtenIn(language), "ask." + ask.family() + ".back")),
                Reason.slipping(fallsAt, ladder.rung(position - 1).name()),
                chance);
    }

    /** What to say to them. */
    public String words() {
        return theirs.words();
    }

    /** Whether it is to keep someone from falling, rather than to lead them on. */
    public boolean back() {
        return reason.kind() == Reason.Kind.SLIPPING;
    }
}
