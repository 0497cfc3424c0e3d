package org.rung.accounts.passkeys;

import java.time.Instant;
import java.util.Optional;
import org.rung.accounts.PasskeyId;

/** @param backedUp whether its maker keeps it beyond the one device */
public record Passkey(
        PasskeyId passkeyId, String label, boolean backedUp, Instant createdAt, Optional<Instant> usedAt) {}
