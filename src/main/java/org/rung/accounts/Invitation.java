package org.rung.accounts;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.Roles;

/**
 * A link by which people become members.
 *
 * @param landingId what it leads to, such as a campaign; only the room that made it knows
 */
public record Invitation(
        InvitationId invitationId,
        Roles roles,
        String label,
        Optional<Long> landingId,
        int maxUses,
        int uses,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<MemberId> madeBy) {

    public boolean open(Instant now) {
        return revokedAt.isEmpty() && uses < maxUses && now.isBefore(expiresAt);
    }
}
