package org.rung.checkin;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.rsvps.RsvpId;

/**
 * Something done at the door, perhaps hours ago in a basement.
 *
 * @param key made where it was tapped, 1 to 60 letters, digits and dashes: the same one again does nothing
 * @param at when it was tapped; a clock that is ahead counts as now
 */
public record CheckInDraft(String key, What what, Instant at) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,60}");

    public CheckInDraft {
        if (!KEY.matcher(key).matches()) throw new Problem.Invalid("key", "problem.check-in-key");
    }

    public sealed interface What {}

    /** Somebody of the list is there. */
    public record Came(RsvpId rsvpId, CheckInWay way) implements What {}

    /** That was a slip of the hand. */
    public record NotThere(RsvpId rsvpId) implements What {}

    /** Whoever shows this code is there. */
    public record Pass(String token) implements What {}

    /** Somebody whom the house knows, who said nothing about coming. */
    public record Known(SupporterId supporterId, PhoneNumber phone) implements What {}

    /** Somebody who is on no list. */
    public record WalkIn(String firstName, String lastName, String phone, Optional<String> agreed) implements What {}
}
