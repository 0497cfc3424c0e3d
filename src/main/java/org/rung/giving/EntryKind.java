package org.rung.giving;

/** What happens to a gift. */
public enum EntryKind {
    GIVEN,
    REFUNDED,
    /** It never really came: the check bounced, the transfer or the charge failed after all. */
    FAILED,
    /** The giver's bank took it back; it may come again. */
    DISPUTED,
    /** It came again. */
    DISPUTE_WON;

    /** Whether the money goes. */
    boolean goes() {
        return switch (this) {
            case REFUNDED, FAILED, DISPUTED -> true;
            case GIVEN, DISPUTE_WON -> false;
        };
    }

    /** As the ledger writes it: above zero for what comes. */
    long signed(long minor) {
        return goes() ? -minor : minor;
    }
}
