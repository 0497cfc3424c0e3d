package org.rung.accounts;

import java.time.Duration;

/** Sign-in is closed for a while for this account or address. */
public final class TooManyAttempts extends RuntimeException {
    private final Duration wait;

    public TooManyAttempts(Duration wait) {
        super("Too many attempts", null, false, false);
        this.wait = wait;
    }

    /** How long until the next attempt is taken, at least a minute. */
    public Duration retryIn() {
        return wait;
    }
}
