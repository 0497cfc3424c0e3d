package org.rung.rsvps;

/** Somebody in an event's list, by the name that they go by. */
public record RsvpRow(Rsvp rsvp, String firstName, String lastName) {
    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
