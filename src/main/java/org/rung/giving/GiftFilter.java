package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.people.SupporterId;

/**
 * Which gifts.
 *
 * @param from included
 * @param until not included
 * @param unmatched only those of which nobody knows yet whose they are
 */
public record GiftFilter(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<GiftWay> way,
        Optional<GiftState> state,
        Optional<SupporterId> supporterId,
        boolean unmatched) {
    public static final GiftFilter ALL = new GiftFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    public static final GiftFilter UNMATCHED = new GiftFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    public static GiftFilter of(SupporterId supporterId) {
        return new GiftFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(supporterId),
                false);
    }
}
