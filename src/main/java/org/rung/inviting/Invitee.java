package org.rung.inviting;

import java.time.Instant;
import java.util.Optional;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.InvitationId;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;

/**
 * Somebody who was invited.
 *
 * @param letters how many left to them in all
 * @param changedAt when it became so
 */
public record Invitee(
        InviteeId inviteeId,
        String name,
        Optional<EmailAddress> email,
        Optional<PhoneNumber> phone,
        InvitationId invitation,
        Optional<MemberId> madeBy,
        int letters,
        InviteeState state,
        Instant changedAt) {

    /** Whether they can be invited again, or the invitation be withdrawn. */
    public boolean open() {
        return state != InviteeState.JOINED && state != InviteeState.WITHDRAWN && state != InviteeState.EXPIRED;
    }
}
