package org.rung.messaging;

/** Where a text is on its way; see domain.md for the moves between them. */
public enum MessageState {
    HELD,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    UNDELIVERED,
    UNKNOWN,
    FAILED,
    UNCONFIRMED,
    CANCELLED,
    RECEIVED
}
