package org.rung.rsvps;

import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.events.ShiftId;

/**
 * What somebody filled in on an event's page.
 *
 * @param firstName 1 to 80 characters
 * @param lastName at most 80 characters, may be empty
 * @param agreed the words beside the box that they ticked; without them nobody texts them about it
 */
public record SignUp(ShiftId shiftId, String firstName, String lastName, PhoneNumber phone, Optional<String> agreed) {
    public static final int LONGEST_NAME = 80;

    public SignUp {
        firstName = firstName.strip();
        lastName = lastName.strip();
        if (firstName.isEmpty() || firstName.length() > LONGEST_NAME) {
            throw new Problem.Invalid("firstName", "problem.length", 1, LONGEST_NAME);
        }
        if (lastName.length() > LONGEST_NAME) throw new Problem.Invalid("lastName", "problem.too-long", LONGEST_NAME);
    }
}
