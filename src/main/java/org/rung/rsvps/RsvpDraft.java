package org.rung.rsvps;

import java.util.Optional;
import org.rung.commitments.AskId;
import org.rung.commitments.Cause;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.events.ShiftId;
import org.rung.people.SupporterId;

/**
 * What somebody says about coming.
 *
 * @param wish COMING, MAYBE or CANNOT
 * @param texts they want to be texted about it; once they do, saying something else does not end it
 * @param credited who heard it
 * @param asked what they had been asked for, if this is their yes
 */
public record RsvpDraft(
        ShiftId shiftId,
        SupporterId supporterId,
        RsvpState wish,
        RsvpSource source,
        Optional<PhoneNumber> phone,
        boolean texts,
        Optional<MemberId> credited,
        Optional<AskId> asked,
        Optional<Cause> cause) {
    public RsvpDraft {
        if (wish != RsvpState.COMING && wish != RsvpState.MAYBE && wish != RsvpState.CANNOT) {
            throw new Problem.Invalid("state", "problem.rsvp-wish");
        }
    }

    public RsvpDraft(
            ShiftId shiftId,
            SupporterId supporterId,
            RsvpState wish,
            RsvpSource source,
            Optional<PhoneNumber> phone,
            boolean texts) {
        this(shiftId, supporterId, wish, source, phone, texts, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
