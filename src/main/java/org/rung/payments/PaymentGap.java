package org.rung.payments;

import java.time.Instant;
import java.util.Optional;
import org.rung.giving.GiftId;

/**
 * Where the provider's books and ours differ about one payment.
 *
 * @param paymentKey the provider's own number, to be looked for in its dashboard
 * @param oursMinor what we say, in the smallest unit of the currency; theirsMinor what the provider says
 */
public record PaymentGap(
        PaymentGapId paymentGapId,
        String paymentKey,
        GapKind kind,
        long oursMinor,
        long theirsMinor,
        String currency,
        Optional<GiftId> giftId,
        Instant foundAt) {}
