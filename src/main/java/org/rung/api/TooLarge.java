package org.rung.api;

/** More than one request may carry. */
final class TooLarge extends RuntimeException {
    TooLarge(String sentence) {
        super(sentence, null, false, false);
    }
}
