package org.rung.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.giving.Back;
import org.rung.giving.EntryKind;
import org.rung.giving.GiftDraft;
import org.rung.giving.GiftId;
import org.rung.giving.GiftWay;
import org.rung.giving.GiftWritten;
import org.rung.giving.GiftWritten.Outcome;
import org.rung.giving.Gifts;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what the provider says into the ledger of gifts. Every line carries the provider's own number, so the same told
 * again, in whatever order, writes nothing more.
 */
@Component
class PaymentBooks {
    private static final String OURS = "stripe:";

    private final Gifts gifts;
    private final CheckoutStore checkouts;
    private final StandingStore standings;
    private final ThanksStore thanks;
    private final GapStore gaps;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate together;
    private final Clock clock;

    PaymentBooks(
            Gifts gifts,
            CheckoutStore checkouts,
            StandingStore standings,
            ThanksStore thanks,
            GapStore gaps,
            Organizations organizations,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.gifts = gifts;
        this.checkouts = checkouts;
        this.standings = standings;
        this.thanks = thanks;
        this.gaps = gaps;
        this.organizations = organizations;
        this.announce = announce;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    static String key(String paymentId) {
        return OURS + paymentId;
    }

    /** Nothing for what is not ours or did not come; true when the gift was not there before. */
    boolean write(OrganizationId here, SeenPayment seen) {
        if (!seen.paid() || seen.checkoutId().isEmpty()) return false;
        GiftWritten written = Optional.ofNullable(together.execute(status -> gift(here, seen)))
                .orElseThrow();
        if (written.outcome() == Outcome.DIFFERS) {
            gaps.found(here, seen, GapKind.AMOUNT, written.giftId(), now());
            return false;
        }
        for (SeenPayment.Returned back : seen.back()) back(here, written.giftId(), seen, back);
        announce.publishEvent(new OnlineMoved(here));
        return written.outcome() == Outcome.ADDED || written.outcome() == Outcome.ADDED_UNMATCHED;
    }

    private GiftWritten gift(OrganizationId here, SeenPayment seen) {
        Optional<Checkout> checkout = seen.checkoutId().flatMap(id -> checkouts.find(here, id));
        GiftWritten written = gifts.recordAll(
                        new Actor.System(here),
                        List.of(new GiftDraft(
                                whose(here, seen, checkout),
                                seen.giver(),
                                seen.amount(),
                                GiftWay.ONLINE,
                                past(seen.at()),
                                "",
                                Optional.of(key(seen.paymentId())),
                                seen.subscription().map(StandingStore::monthlyKey),
                                Optional.empty(),
                                Optional.empty())))
                .getFirst();
        if (written.outcome() == Outcome.ADDED || written.outcome() == Outcome.ADDED_UNMATCHED)
            thanks.owe(
                    here,
                    written.giftId(),
                    checkout.map(Checkout::language)
                            .orElseGet(() -> organizations.get(here).language()),
                    !seen.giver().email().isEmpty(),
                    past(seen.at()));
        return written;
    }

    /** By their own link; or, of what is given every month, as it was settled before. Else the books look for them. */
    private Optional<SupporterId> whose(OrganizationId here, SeenPayment seen, Optional<Checkout> checkout) {
        return seen.subscription()
                .flatMap(id -> standings
                        .bySubscription(here, id)
                        .flatMap(StandingGift::supporterId)
                        .or(() -> standings.settledBefore(here, id)))
                .or(() -> checkout.flatMap(Checkout::supporterId));
    }

    private void back(OrganizationId here, GiftId giftId, SeenPayment seen, SeenPayment.Returned back) {
        try {
            became(here, giftId, back, back.dispute() ? EntryKind.DISPUTED : EntryKind.REFUNDED, "");
            if (back.won()) became(here, giftId, back, EntryKind.DISPUTE_WON, ":won");
        } catch (Problem.Invalid moreThanIsLeft) {
            gaps.found(here, seen, GapKind.BACK, giftId, now());
        }
    }

    private void became(OrganizationId here, GiftId giftId, SeenPayment.Returned back, EntryKind kind, String end) {
        gifts.became(
                new Actor.System(here),
                giftId,
                new Back(kind, back.minor(), past(back.at()), "", Optional.of(key(back.id()) + end)));
    }

    /** The provider's clock may be ahead of ours. */
    private Instant past(Instant at) {
        Instant now = now();
        return at.isAfter(now) ? now : at;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
