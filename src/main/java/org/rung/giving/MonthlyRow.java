package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Page;
import org.rung.people.SupporterId;

/**
 * Someone's standing gift, by its latest payment.
 *
 * @param minor what that payment was, in its currency's smallest unit
 * @param late no payment came for longer than a month has days, with some grace
 */
public record MonthlyRow(
        GiftId latest,
        Optional<SupporterId> supporterId,
        String name,
        String currency,
        long minor,
        Instant latestAt,
        long payments,
        boolean late) {
    String place() {
        return new Page.Place(latestAt, latest.value()).text();
    }
}
