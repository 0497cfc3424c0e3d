package org.rung.asks;

import java.time.Instant;

/** What there is to do about asking someone, one thing at a time. */
public sealed interface AskNow {
    /** Nothing is open: this may be proposed, and why now. */
    record Propose(NextAsk ask) implements AskNow {}

    /** They were asked: was it a yes or a no? */
    record Waiting(OpenAsk ask) implements AskNow {}

    /**
     * They said no, or nothing twice: they are to be thanked and left alone until then.
     *
     * @param words to thank them with, in their language
     * @param since when it was noted; a text later than that has thanked them
     */
    record Thank(AskOutcome after, String words, Instant since, Instant restsUntil) implements AskNow {}
}
