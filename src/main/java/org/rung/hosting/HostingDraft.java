package org.rung.hosting;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.events.ShiftDraft;
import org.rung.events.Venue;
import org.rung.rsvps.SignUp;

/**
 * What somebody writes who wants to host one.
 *
 * @param venue where; its address is hidden unless they say otherwise
 * @param words what organizers should know, at most 600 characters
 */
public record HostingDraft(
        String firstName,
        String lastName,
        PhoneNumber phone,
        Venue venue,
        Instant startsAt,
        Instant endsAt,
        Optional<Integer> capacity,
        String words,
        Optional<String> agreed) {
    public static final int LONGEST_WORDS = 600;

    public HostingDraft {
        words = words.strip();
        firstName = firstName.strip();
        lastName = lastName.strip();
        if (firstName.isEmpty() || firstName.length() > SignUp.LONGEST_NAME) {
            throw new Problem.Invalid("firstName", "problem.length", 1, SignUp.LONGEST_NAME);
        }
        if (lastName.length() > SignUp.LONGEST_NAME) {
            throw new Problem.Invalid("lastName", "problem.too-long", SignUp.LONGEST_NAME);
        }
        if (words.length() > LONGEST_WORDS) throw new Problem.Invalid("words", "problem.too-long", LONGEST_WORDS);
        if (venue.name().isEmpty()) throw new Problem.Invalid("placeName", "problem.empty");
        shift(startsAt, endsAt, capacity);
    }

    /** What it would be when it is held. */
    static ShiftDraft shift(Instant startsAt, Instant endsAt, Optional<Integer> capacity) {
        return new ShiftDraft(Optional.empty(), "", startsAt, endsAt, capacity);
    }
}
