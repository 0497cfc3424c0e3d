package org.rung.contact;

import java.time.Duration;
import java.time.Instant;
import org.rung.common.Problem;

/**
 * The most first texts that one number gets from an organization, all campaigns together: so many in a few days, and so
 * many in many days. Both hold.
 */
public record ContactRule(int nearMost, int nearDays, int farMost, int farDays) {
    public static final ContactRule USUAL = new ContactRule(1, 1, 6, 30);
    public static final int LARGEST_NEAR = 10;
    public static final int LONGEST_NEAR = 30;
    public static final int LARGEST_FAR = 60;
    public static final int LONGEST_FAR = 90;

    /** What waits for its hour counts from when it leaves; over Easter and a weekend that may be days later. */
    public static final Duration LONGEST_HELD = Duration.ofDays(8);

    public ContactRule {
        within("nearMost", nearMost, LARGEST_NEAR);
        within("nearDays", nearDays, LONGEST_NEAR);
        within("farMost", farMost, LARGEST_FAR);
        within("farDays", farDays, LONGEST_FAR);
        if (farDays <= nearDays) throw new Problem.Invalid("farDays", "problem.contact-days-crossed");
        if (farMost < nearMost) throw new Problem.Invalid("farMost", "problem.contact-most-crossed");
    }

    /** First texts after this count against the few days' limit. */
    public Instant nearSince(Instant now) {
        return now.minus(Duration.ofDays(nearDays));
    }

    public Instant farSince(Instant now) {
        return now.minus(Duration.ofDays(farDays));
    }

    private static void within(String field, int number, int most) {
        if (number < 1 || number > most) throw new Problem.Invalid(field, "problem.from-to", 1, most);
    }
}
