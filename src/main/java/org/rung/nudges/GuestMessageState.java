package org.rung.nudges;

/** A host asks, an organizer lets it go or does not. */
public enum GuestMessageState {
    WAITING,
    SENT,
    DECLINED
}
