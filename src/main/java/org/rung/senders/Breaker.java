package org.rung.senders;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with one account at a provider, or with the provider as a whole, as all servers know it.
 *
 * @param openedAt when the silence began; empty while all is well, and where a ramp is mere caution
 * @param probeAt when the next single text may try
 * @param rampTaken texts that left since the provider answers again
 */
record Breaker(
        ProviderAccount whose,
        BreakerState state,
        Optional<Instant> openedAt,
        Optional<Instant> probeAt,
        int probes,
        Optional<Instant> rampFrom,
        long rampTaken) {
    private static final Duration FIRST_PROBE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 4;
    private static final int FIRST_RATE = 2;
    private static final double DOUBLES_EVERY = 3_000;
    /** By then it is some 2,000 a second, more than anyone sends. */
    private static final Duration RAMP = Duration.ofSeconds(30);

    static Breaker closed(ProviderAccount whose) {
        return new Breaker(whose, BreakerState.CLOSED, Optional.empty(), Optional.empty(), 0, Optional.empty(), 0);
    }

    /** 10 s, 20 s, 40 s, 80 s, then every 160 s. */
    static Duration untilProbe(int probes) {
        return FIRST_PROBE.multipliedBy(1L << Math.min(probes, MOST_DOUBLINGS));
    }

    boolean open() {
        return state == BreakerState.OPEN;
    }

    boolean probeDue(Instant now) {
        return open() && probeAt.filter(due -> !due.isAfter(now)).isPresent();
    }

    /** How many more texts may leave by now: what a rate gives that begins with 2 a second and doubles every 3 s. */
    long rampLeft(Instant now) {
        double millis = rampFrom.map(
                        from -> Math.max(0, Duration.between(from, now).toMillis()))
                .orElse(0L);
        double seconds = DOUBLES_EVERY / 1_000 / Math.log(2);
        return FIRST_RATE + (long) (FIRST_RATE * seconds * (Math.pow(2, millis / DOUBLES_EVERY) - 1)) - rampTaken;
    }

    boolean rampOver(Instant now) {
        return state == BreakerState.RAMP
                && rampFrom.filter(from -> !from.plus(RAMP).isAfter(now)).isPresent();
    }
}
