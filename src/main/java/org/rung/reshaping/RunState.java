package org.rung.reshaping;

/** CANCELLED: another one of the same ladder took its place. */
public enum RunState {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
}
