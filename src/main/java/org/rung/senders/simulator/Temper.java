package org.rung.senders.simulator;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.rung.common.PhoneNumber;

/**
 * How a simulated supporter takes a text; a number keeps its temper for life. The weights are percent: some 45 in a hundred
 * answer within a minute, as on a good evening, and most of the others say nothing.
 */
public enum Temper {
    YES(18),
    QUESTION(9),
    MAYBE(7),
    NO(7),
    STOP(2),
    WRONG_NUMBER(1),
    SLOW(4),
    SILENT(48),
    OFF(2),
    GONE(2);

    private final int weight;

    Temper(int weight) {
        this.weight = weight;
    }

    public static Temper of(PhoneNumber phone) {
        int draw = seeded(phone).nextInt(100);
        for (Temper temper : values()) {
            draw -= temper.weight;
            if (draw < 0) {
                return temper;
            }
        }
        return SILENT;
    }

    /** The same numbers for the same phone, in every run, and nothing alike for its neighbor in the number plan. */
    private static RandomGenerator seeded(PhoneNumber phone) {
        return new SplittableRandom(Long.parseLong(phone.text().substring(1)));
    }

    /** What the carrier says instead of delivering. */
    Optional<String> errorCode() {
        return this == OFF ? Optional.of("30003") : this == GONE ? Optional.of("30005") : Optional.empty();
    }
}
