package org.rung.rsvps;

/** Where they said it: on the page, to a texter, by a word, to another program, at the door, or an organizer wrote it down. */
public enum RsvpSource {
    PAGE,
    TEXTER,
    WORD,
    API,
    DOOR,
    MEMBER
}
