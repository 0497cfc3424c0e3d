package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.ActionId;
import org.rung.people.SupporterId;

/**
 * A gift that nobody else changes until the transaction ends.
 *
 * @param actionId the evidence that counts for it now
 * @param actionMinor what that says
 * @param actions how many there were
 */
record HeldGift(
        GiftId giftId,
        Optional<SupporterId> supporterId,
        String currency,
        long givenMinor,
        long backMinor,
        Instant givenAt,
        boolean erased,
        Optional<ActionId> actionId,
        Optional<Long> actionMinor,
        int actions) {

    long keptMinor() {
        return givenMinor - backMinor;
    }

    /** What the ladders should know of it; nothing when nobody gave it or nothing is left. */
    Optional<Long> evident() {
        return supporterId.isPresent() && keptMinor() > 0 ? Optional.of(keptMinor()) : Optional.empty();
    }

    boolean takes(EntryKind kind, long minor) {
        return switch (kind) {
            case GIVEN -> false;
            case REFUNDED, FAILED, DISPUTED -> minor <= keptMinor();
            case DISPUTE_WON -> minor <= backMinor;
        };
    }

    HeldGift after(EntryKind kind, long minor) {
        return new HeldGift(
                giftId,
                supporterId,
                currency,
                givenMinor,
                backMinor - kind.signed(minor),
                givenAt,
                erased,
                actionId,
                actionMinor,
                actions);
    }

    HeldGift of(Optional<SupporterId> who) {
        return new HeldGift(
                giftId, who, currency, givenMinor, backMinor, givenAt, erased, actionId, actionMinor, actions);
    }
}
