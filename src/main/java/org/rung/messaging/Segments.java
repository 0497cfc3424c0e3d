package org.rung.messaging;

import java.util.Optional;

/** How a text is cut for the air: GSM-7 (160, then 153 each) or UCS-2 (70, then 67 UTF-16 units each); culprit is the first character that made it UCS-2. */
public record Segments(int count, boolean gsm, int units, Optional<String> culprit) {
    /** Never throws; the empty text is one segment. */
    public static Segments of(String body) {
        throw new UnsupportedOperationException("built next");
    }
}
