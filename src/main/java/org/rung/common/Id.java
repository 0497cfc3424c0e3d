package org.rung.common;

import io.hypersistence.tsid.TSID;

/**
 * The parent of every typed id: 64 bits, ordered by the time it was made, known before anything is stored.
 * Outside the program it is written as 13 characters ({@link #text()}), since a 64-bit number does not survive JSON.
 */
public interface Id {
    long value();

    default String text() {
        return TSID.from(value()).toString();
    }

    /** A new id, later than all that this process made before. */
    static long next() {
        return TSID.Factory.getTsid().toLong();
    }

    /** The number behind 13 characters made by {@link #text()}; throws {@link Problem.Invalid} naming {@code field}. */
    static long parse(String field, String text) {
        if (text.length() != 13 || !TSID.isValid(text)) {
            throw new Problem.Invalid(field, "problem.id");
        }
        return TSID.from(text).toLong();
    }
}
