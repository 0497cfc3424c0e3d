package org.rung.links;

import java.time.Duration;

/** What becomes of somebody who asks for a link. */
public sealed interface Opened {
    /** On to the address. */
    record Go(String url) implements Opened {}

    /** It may be a person: they press a button first. */
    record Ask(String code, String url) implements Opened {}

    /** No such link here, or none any more. */
    record Gone() implements Opened {}

    /** Too many guesses from there. */
    record Wait(Duration until) implements Opened {}
}
