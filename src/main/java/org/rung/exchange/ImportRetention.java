package org.rung.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets what an import leaves behind. */
@Component
class ImportRetention {
    static final Duration REJECTS = Duration.ofDays(30);
    static final Duration UPLOADS = Duration.ofDays(7);

    private final ImportStore store;
    private final ImportFiles files;
    private final Clock clock;

    ImportRetention(ImportStore store, ImportFiles files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    void tidy() {
        var now = clock.instant();
        while (store.forgetRejects(now.minus(REJECTS))) {
            // A few thousand rows each time, so that nobody waits for a long delete.
        }
        for (var left : store.abandoned(now.minus(UPLOADS))) {
            store.end(left.importId(), ImportState.CANCELLED, Optional.empty(), now);
            files.delete(left.file());
        }
    }
}
