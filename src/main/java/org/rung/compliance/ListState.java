package org.rung.compliance;

/** How far a list of numbers is. */
public enum ListState {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
}
