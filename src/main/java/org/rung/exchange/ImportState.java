package org.rung.exchange;

/** An import's life. CHECKED is the end of a dry run, waiting for the word to go. */
public enum ImportState {
    UPLOADED,
    CHECKING,
    CHECKED,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
}
