package org.rung.events;

/** OVER once the last shift has ended; an umbrella that nobody holds anything under stays PUBLISHED. */
public enum EventState {
    DRAFT,
    PUBLISHED,
    CANCELLED,
    OVER
}
