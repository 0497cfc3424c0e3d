package org.rung.turf;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.filters.SupporterFilter;

/**
 * A cut of supporters.
 *
 * @param filter who is in it; for a list, whom it was frozen from, and everyone where it was put together by hand
 */
public record Turf(
        TurfId turfId,
        String name,
        TurfKind kind,
        SupporterFilter filter,
        Optional<MemberId> owner,
        Instant createdAt) {}
