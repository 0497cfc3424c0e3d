package org.rung.accounts;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.Roles;

/** A person of one organization, with their roles there. */
public record Member(
        MemberId memberId,
        AccountId accountId,
        String name,
        String email,
        Roles roles,
        Instant joinedAt,
        Optional<Instant> suspendedAt) {}
