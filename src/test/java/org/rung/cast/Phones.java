package org.rung.cast;

import java.util.concurrent.atomic.AtomicInteger;
import org.rung.common.PhoneNumber;

/** Numbers that nobody else in this run has. */
public final class Phones {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Phones() {}

    public static PhoneNumber fresh() {
        return new PhoneNumber("+1415%07d".formatted(2_000_000 + NEXT.getAndIncrement()));
    }
}
