package org.rung.saved;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.filters.SupporterFilter;

/** A filter under a name. */
public record SavedFilter(
        SavedFilterId savedFilterId,
        String name,
        SupporterFilter filter,
        Optional<MemberId> member,
        Instant createdAt,
        Instant updatedAt) {}
