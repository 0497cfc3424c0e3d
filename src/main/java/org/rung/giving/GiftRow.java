package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Page;
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

    Page.Place place() {
        return new Page.Place(givenAt, giftId.value());
    }
}
