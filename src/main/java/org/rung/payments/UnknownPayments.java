package org.rung.payments;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rung.giving.GiftId;
import org.rung.payments.stripe.StripeLook;
import org.springframework.stereotype.Component;

/** Gifts of our books that say they came through the provider, which does not know them. */
@Component
class UnknownPayments {
    private static final int BATCH = 200;

    private final StripeLook look;
    private final GapStore gaps;

    UnknownPayments(StripeLook look, GapStore gaps) {
        this.look = look;
        this.gaps = gaps;
    }

    /** What we have and they did not list may have been begun earlier: each is asked for by itself. */
    void find(ProviderKeys keys, Instant since, Instant now, Set<String> theirs, Tally tally) {
        GiftId after = new GiftId(0);
        List<GapStore.Ours> some;
        do {
            some = gaps.between(keys.organizationId(), since, now, after, BATCH);
            for (GapStore.Ours gift : some) {
                after = gift.giftId();
                if (!theirs.contains(gift.onceKey())) tally.missed(gone(keys, gift, now));
            }
        } while (some.size() == BATCH);
    }

    private boolean gone(ProviderKeys keys, GapStore.Ours gift, Instant now) {
        String paymentId = gift.onceKey().substring(PaymentBooks.key("").length());
        try {
            if (look.payment(keys, paymentId).paid()) return false;
        } catch (ProviderTrouble trouble) {
            if (trouble.trouble() != Trouble.MISSING) throw trouble;
        }
        gaps.found(
                keys.organizationId(),
                paymentId,
                GapKind.UNKNOWN,
                gift.givenMinor(),
                0,
                gift.currency(),
                gift.giftId(),
                now);
        return true;
    }
}
