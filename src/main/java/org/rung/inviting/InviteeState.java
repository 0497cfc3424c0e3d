package org.rung.inviting;

/** What became of an invitation. */
public enum InviteeState {
    /** Its letter has not left yet. */
    WAITING,
    SENT,
    /** No letter leaves by itself: the link is to be texted or handed over by whoever invites. */
    BY_HAND,
    /** The mail server did not take it, several times. */
    FAILED,
    /** They looked at the link and have not joined. */
    OPENED,
    JOINED,
    WITHDRAWN,
    EXPIRED
}
