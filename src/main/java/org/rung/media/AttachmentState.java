package org.rung.media;

public enum AttachmentState {
    /** Still with the provider: it is being fetched. */
    WAITING,
    /** A member chose it to be sent; until a script has it, it goes after some days. */
    OFFERED,
    KEPT,
    /** Nobody will see it; the trouble says why. */
    LOST,
    /** Its person was erased. */
    ERASED
}
