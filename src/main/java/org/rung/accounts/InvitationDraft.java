package org.rung.accounts;

import java.time.Duration;
import java.util.Optional;
import org.rung.common.Problem;
import org.rung.common.Roles;

/**
 * What an invitation is to be.
 *
 * @param label for the organization's own eyes, such as where the link hangs
 * @param uses how many people may take it, 1 to 10,000
 * @param validFor from an hour to 90 days
 */
public record InvitationDraft(Roles roles, String label, int uses, Duration validFor, Optional<Long> landingId) {
    public static final int MOST_USES = 10_000;
    public static final Duration LONGEST = Duration.ofDays(90);

    public InvitationDraft {
        label = label.strip();
        if (label.length() > 120) throw new Problem.Invalid("label", "problem.too-long", 120);
        if (uses < 1 || uses > MOST_USES) throw new Problem.Invalid("uses", "problem.from-to", 1, MOST_USES);
        if (validFor.compareTo(Duration.ofHours(1)) < 0 || validFor.compareTo(LONGEST) > 0) {
            throw new Problem.Invalid("validFor", "problem.invitation-time");
        }
    }
}
