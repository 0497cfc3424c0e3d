package org.rung.media;

public enum AttachmentState {
    /** Still with the provider: it is being fetched. */
    WAITING,
    KEPT,
    /** Nobody will see it; the trouble says why. */
    LOST,
    /** Its person was erased. */
    ERASED
}
