package org.rung.messaging.simulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rung.common.PhoneNumber;

/** How a simulated supporter takes a text; a number keeps its temper for life. The weights are percent. */
public enum Temper {
    YES(34),
    NO(12),
    MAYBE(12),
    QUESTION(12),
    SLOW(6),
    SILENT(14),
    STOP(3),
    WRONG_NUMBER(3),
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
        return YES;
    }

    /** The same numbers for the same phone, in every run. */
    static RandomGenerator seeded(PhoneNumber phone) {
        return new java.util.Random(phone.text().hashCode() * 0x9E3779B97F4A7C15L);
    }

    /** What the carrier says instead of delivering. */
    Optional<String> errorCode() {
        return this == OFF ? Optional.of("30003") : this == GONE ? Optional.of("30005") : Optional.empty();
    }
}
