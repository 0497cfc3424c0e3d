package org.rung.consent;

import java.util.Optional;
import org.rung.common.Problem;

/**
 * What keeps numbers from being texted, and why.
 *
 * @param reason in somebody's own words, 1 to 500 characters; in no log
 * @param source the list or the work that brought it
 */
public record SuppressionDraft(SuppressionScope scope, String reason, SuppressionWay way, Optional<Long> source) {
    public static final int LONGEST_REASON = 500;

    public SuppressionDraft {
        reason = reason(reason);
    }

    public SuppressionDraft(SuppressionScope scope, String reason, SuppressionWay way) {
        this(scope, reason, way, Optional.empty());
    }

    static String reason(String words) {
        var reason = words.strip();
        if (reason.length() > LONGEST_REASON) throw new Problem.Invalid("reason", "problem.too-long", LONGEST_REASON);
        if (reason.isEmpty()) throw new Problem.Invalid("reason", "problem.suppression-why");
        return reason;
    }
}
