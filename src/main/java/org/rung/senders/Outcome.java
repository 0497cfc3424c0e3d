package org.rung.senders;

import java.time.Instant;

/** What a provider said when it was handed a text. */
public sealed interface Outcome {
    /** It has the text, under this id. */
    record Accepted(String providerId) implements Outcome {}

    /** It refused for now, for sure; not before {@code until}. */
    record NotNow(Instant until, String code) implements Outcome {}

    /** It refused for good. */
    record Never(String code) implements Outcome {}

    /** The answer was lost: it may have the text or not. */
    record Unknown() implements Outcome {}
}
