package org.rung.messaging;

import java.time.Instant;

/** What becomes of a text when its time has come. */
sealed interface ClaimVerdict {
    record Send() implements ClaimVerdict {}

    record Cancel(String code) implements ClaimVerdict {}

    record HoldUntil(Instant opening) implements ClaimVerdict {}

    /** No sender that runs: stays queued, without a time, until there is one. */
    record Park() implements ClaimVerdict {}
}
