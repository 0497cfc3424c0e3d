package org.rung.exchange;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What becomes of an import that broke: it waits longer each time, and then it has failed and says so. */
@Component
class ImportFaults {
    private static final int MOST = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final ImportRun run;

    ImportFaults(ImportRun run) {
        this.run = run;
    }

    /**
     * @param before how many faults in a row came before this one
     * @return how long to wait for the next try; empty when there is none
     */
    Optional<Duration> next(ImportId importId, int before) {
        if (before + 1 < MOST) return Optional.of(FIRST_PAUSE.multipliedBy(1L << before));
        run.giveUp(importId);
        return Optional.empty();
    }
}
