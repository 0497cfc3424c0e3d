package org.rung.turf;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.filters.SupporterFilter;

/** A cut of supporters. */
public record Turf(
        TurfId turfId,
        String name,
        TurfKind kind,
        SupporterFilter filter,
        Optional<MemberId> owner,
        Instant createdAt) {}
