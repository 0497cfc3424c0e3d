package org.rung.payments;

import java.time.Instant;
import java.util.Optional;

/**
 * The latest comparison of the provider's books with ours.
 *
 * @param seen how many payments it has looked at
 * @param mended how many of them were missing here, and are written now
 * @param differing how many wait for a person
 * @param trouble why it failed; empty also where the fault is ours
 */
public record Comparison(
        ComparisonState state,
        Instant askedAt,
        int seen,
        int mended,
        int differing,
        Optional<Trouble> trouble,
        Optional<Instant> endedAt) {}
