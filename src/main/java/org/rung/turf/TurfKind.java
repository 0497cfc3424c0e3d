package org.rung.turf;

/** A saved filter that is asked anew each time, or a list frozen when it was cut. */
public enum TurfKind {
    FILTER,
    LIST
}
