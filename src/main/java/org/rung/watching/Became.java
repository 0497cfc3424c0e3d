package org.rung.watching;

import org.rung.messaging.MessageState;

/** What became of a text, as it is counted. */
public enum Became {
    SENT,
    DELIVERED,
    FAILED,
    /** Refused, and it tries again or waits for a person. */
    PUT_BACK,
    UNCONFIRMED;

    static Became of(MessageState state) {
        return switch (state) {
            case SENT, SENDING, RECEIVED, UNKNOWN -> SENT;
            case DELIVERED -> DELIVERED;
            case FAILED, UNDELIVERED, CANCELLED -> FAILED;
            case QUEUED, HELD -> PUT_BACK;
            case UNCONFIRMED -> UNCONFIRMED;
        };
    }
}
