package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.people.SupporterId;

/**
 * A gift in a list; amounts in the smallest unit of its currency.
 *
 * @param name of the supporter, or as it was written with the gift; empty once they were erased
 * @param erased their person was erased, and the books keep the money alone
 */
public record GiftRow(
        GiftId giftId,
        Optional<SupporterId> supporterId,
        String name,
        GiftWay way,
        String currency,
        long givenMinor,
        long backMinor,
        Instant givenAt,
        Optional<String> monthlyKey,
        Giver giver,
        String note,
        boolean erased) {

    public long keptMinor() {
        return givenMinor - backMinor;
    }

    public GiftState state() {
        if (backMinor == 0) return GiftState.GIVEN;
        return backMinor < givenMinor ? GiftState.PARTLY_BACK : GiftState.WENT_BACK;
    }

    /** Where a page ended. */
    record Place(Instant at, long id) {
        String text() {
            return at + "_" + id;
        }

        static Place read(String text) {
            int bar = text.indexOf('_');
            try {
                return new Place(Instant.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1)));
            } catch (RuntimeException notOurs) {
                throw new org.rung.common.Problem.Invalid("after", "problem.not-a-page");
            }
        }
    }

    Place place() {
        return new Place(givenAt, giftId.value());
    }
}
