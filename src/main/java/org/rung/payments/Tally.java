package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** How far a comparison is; it says so after each page, and within one about once a second. */
class Tally {
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final Clock clock;
    private final Consumer<Reconciliation.Compared> tell;
    private Instant told;
    private int seen;
    private int mended;
    private int differing;

    /**
     * @param mended what was mended before this run
     * @param tell hears how far it is; what it throws ends the comparison
     */
    Tally(int mended, Clock clock, Consumer<Reconciliation.Compared> tell) {
        this.mended = mended;
        this.clock = clock;
        this.tell = tell;
        this.told = clock.instant();
    }

    /** They agree, or are not ours. */
    void fine(int payments) {
        seen += payments;
        beat();
    }

    void mended() {
        seen++;
        mended++;
        beat();
    }

    void differs() {
        seen++;
        differing++;
        beat();
    }

    /** One of ours that the provider did not list was looked for. */
    void missed(boolean unknown) {
        if (unknown) differing++;
        beat();
    }

    private void beat() {
        if (!clock.instant().isBefore(told.plus(OFTEN))) tell();
    }

    void tell() {
        told = clock.instant();
        tell.accept(new Reconciliation.Compared(seen, mended, differing));
    }
}
