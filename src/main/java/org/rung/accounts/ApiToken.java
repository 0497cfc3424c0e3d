package org.rung.accounts;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.ApiTokenId;
import org.rung.common.MemberId;
import org.rung.common.Scopes;

/**
 * What another program comes in with.
 *
 * @param start the first characters, by which people tell tokens apart; the rest is not kept
 */
public record ApiToken(
        ApiTokenId apiTokenId,
        String name,
        String start,
        Scopes scopes,
        Optional<MemberId> madeBy,
        Instant createdAt,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    /** A new token with its whole text, which is shown this once. */
    public record Made(ApiTokenId apiTokenId, String text) {
        @Override
        public String toString() {
            return "Made[" + apiTokenId + "]";
        }
    }
}
