package org.rung.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;

/** Who answers many, with what, and where it is. Nothing leaves before leavesAt. */
public record ReplyJob(
        ReplyJobId replyJobId,
        OrganizationId organizationId,
        MemberId member,
        String requestKey,
        ReplyDeed deed,
        ReplyState state,
        Optional<Problem.Invalid> problem,
        Instant createdAt,
        Instant leavesAt,
        Optional<Instant> endedAt) {
    /** What is held overnight can be taken back until it leaves. */
    private static final Duration WAY_BACK = Duration.ofDays(1);

    public boolean working() {
        return state.working();
    }

    /** Stopped, or where all was said already, taken back as far as it has not left. */
    public boolean mayBeStopped(Instant now) {
        return state == ReplyState.WAITING
                || state == ReplyState.RUNNING
                || state == ReplyState.DONE
                        && deed.kind() == ReplyKind.REPLY
                        && endedAt.filter(at -> at.plus(WAY_BACK).isAfter(now)).isPresent();
    }
}
