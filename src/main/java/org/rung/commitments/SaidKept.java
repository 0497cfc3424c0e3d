package org.rung.commitments;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/**
 * "I did what I promised", told to whoever texts them: evidence like any that rests on somebody's own word. Its once key
 * names the promise, so that it keeps that one and no other.
 */
final class SaidKept {
    static final String PREFIX = "promise:";

    private SaidKept() {}

    static ActionDraft draft(
            SupporterId supporterId,
            ActionType type,
            CommitmentId commitmentId,
            Instant at,
            Optional<MemberId> credited,
            String note) {
        return new ActionDraft(
                supporterId,
                type,
                1,
                Optional.empty(),
                Verification.SELF,
                at,
                credited,
                Optional.empty(),
                note,
                // Said, taken back and said again are two deeds.
                Optional.of(PREFIX + commitmentId.value() + ":" + Id.next()));
    }

    static Optional<CommitmentId> named(@Nullable String onceKey) {
        if (onceKey == null || !onceKey.matches(PREFIX + "\\d{1,19}:\\d{1,19}")) return Optional.empty();
        try {
            return Optional.of(new CommitmentId(Long.parseLong(onceKey.split(":")[1])));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }
}
