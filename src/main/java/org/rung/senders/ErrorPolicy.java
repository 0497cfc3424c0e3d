package org.rung.senders;

/** What we do about a provider's error; carrier-errors.properties says which code has which. */
public enum ErrorPolicy {
    /** Our account or number is wrong: the sender pauses, every text of it stays queued. */
    PAUSE_SENDER,
    /** Our whole account is closed, or its key is wrong: every sender of it pauses. */
    PAUSE_ACCOUNT,
    RETRY_LATER,
    BAD_PHONE,
    /** Bad only when it happens a second time. */
    BAD_PHONE_IF_AGAIN,
    OPT_OUT,
    HOLD_COUNTRY,
    /** Once more hours later, then the number counts as unreachable. */
    ONE_RETRY,
    /** Carriers took it for spam: never retried by itself. */
    FILTERED,
    /** Our composer should have refused it. */
    COMPOSER,
    OTHER;

    /** True when the same text may leave later. */
    public boolean passing() {
        return this == PAUSE_SENDER || this == PAUSE_ACCOUNT || this == RETRY_LATER || this == ONE_RETRY;
    }
}
