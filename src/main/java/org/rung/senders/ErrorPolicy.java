package org.rung.senders;

/** What we do about a provider's error; carrier-errors.properties says which code has which. */
public enum ErrorPolicy {
    /** Our account or number is wrong: the sender pauses, every text of it stays queued. */
    PAUSE_SENDER,
    /** Our whole account is closed, or its key is wrong: every sender of it pauses. */
    PAUSE_ACCOUNT,
    RETRY_LATER,
    /** A cap of the whole day is full: again after an hour or two. */
    RETRY_HOURS_LATER,
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
        return switch (this) {
            case PAUSE_SENDER, PAUSE_ACCOUNT, RETRY_LATER, RETRY_HOURS_LATER, ONE_RETRY -> true;
            case BAD_PHONE, BAD_PHONE_IF_AGAIN, OPT_OUT, HOLD_COUNTRY, FILTERED, COMPOSER, OTHER -> false;
        };
    }
}
