package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.payments.stripe.StripeLook;
import org.springframework.stereotype.Component;

/**
 * Compares the provider's books with ours since the last time: what is missing here is written, and what differs in a way
 * that nobody but a person can settle is kept for one.
 */
@Component
class Reconciliation {
    /** Banks take their time: what was begun so long before the last time may have come, or gone back, since. */
    private static final Duration BEFORE = Duration.ofDays(10);

    private static final Duration AT_FIRST = Duration.ofDays(30);

    private final StripeLook look;
    private final PaymentAccounts accounts;
    private final PaymentAccountStore marks;
    private final PaymentBooks books;
    private final Learning learning;
    private final GapStore gaps;
    private final UnknownPayments unknown;
    private final Clock clock;

    Reconciliation(
            StripeLook look,
            PaymentAccounts accounts,
            PaymentAccountStore marks,
            PaymentBooks books,
            Learning learning,
            GapStore gaps,
            UnknownPayments unknown,
            Clock clock) {
        this.look = look;
        this.accounts = accounts;
        this.marks = marks;
        this.books = books;
        this.learning = learning;
        this.gaps = gaps;
        this.unknown = unknown;
        this.clock = clock;
    }

    /** @param mended how many were missing here */
    record Compared(int seen, int mended, int differing) {}

    /**
     * Tells how far it is as it goes.
     *
     * @throws ProviderTrouble where the provider does not answer; the next comparison begins where this one did
     * @throws Problem.Conflict where none is connected
     */
    void compare(OrganizationId here, Tally tally) {
        ProviderKeys keys = accounts.keys(here);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant since = marks.mark(here).orElse(now.minus(AT_FIRST)).minus(BEFORE);
        Set<String> theirs = new HashSet<>();
        look.each(keys, since, page -> {
            page.forEach(one -> theirs.add(PaymentBooks.key(one.paymentId())));
            page(keys, page, now, tally);
            tally.tell();
        });
        unknown.find(keys, since, now, theirs, tally);
        tally.tell();
        marks.compared(here, now);
    }

    private void page(ProviderKeys keys, List<Glimpse> page, Instant now, Tally tally) {
        OrganizationId here = keys.organizationId();
        Map<String, GapStore.Ours> ours = gaps.ours(
                here,
                page.stream().map(one -> PaymentBooks.key(one.paymentId())).toList());
        Map<Boolean, List<Glimpse>> agreeing = page.stream()
                .collect(Collectors.partitioningBy(
                        one -> agree(Optional.ofNullable(ours.get(PaymentBooks.key(one.paymentId()))), one)));
        List<Glimpse> fine = Optional.ofNullable(agreeing.get(true)).orElseThrow();
        gaps.agrees(here, fine.stream().map(Glimpse::paymentId).toList(), now);
        tally.fine(fine.size());
        for (Glimpse one : Optional.ofNullable(agreeing.get(false)).orElseThrow()) {
            switch (closer(keys, one, now)) {
                case MENDED -> tally.mended();
                case DIFFERS -> tally.differs();
                case FINE -> tally.fine(1);
            }
        }
    }

    private static boolean agree(Optional<GapStore.Ours> ours, Glimpse theirs) {
        return ours.filter(gift -> gift.givenMinor() == theirs.minor()
                        && gift.currency().equals(theirs.currency())
                        && gift.backMinor() == theirs.refundedMinor()
                        && !theirs.disputed())
                .isPresent();
    }

    private enum Found {
        FINE,
        MENDED,
        DIFFERS
    }

    /** Looked at by itself: what is not ours is left alone, what is missing is written, and then they are compared again. */
    private Found closer(ProviderKeys keys, Glimpse glimpse, Instant now) {
        OrganizationId here = keys.organizationId();
        SeenPayment seen = look.payment(keys, glimpse.paymentId());
        if (seen.checkoutId().isEmpty() || !seen.paid()) return Found.FINE;
        if (seen.subscription().isPresent())
            learning.standing(keys, seen.subscription().get());
        boolean missing = books.write(here, seen);
        String key = PaymentBooks.key(seen.paymentId());
        GapStore.Ours ours =
                Optional.ofNullable(gaps.ours(here, List.of(key)).get(key)).orElseThrow();
        if (ours.givenMinor() != seen.amount().minor()
                || !ours.currency().equals(seen.amount().currency())) {
            gaps.found(here, seen, GapKind.AMOUNT, ours.giftId(), now);
            return Found.DIFFERS;
        }
        if (ours.backMinor() != seen.backMinor()) {
            gaps.found(here, seen, GapKind.BACK, ours.giftId(), now);
            return Found.DIFFERS;
        }
        gaps.agrees(here, List.of(seen.paymentId()), now);
        if (missing) gaps.found(here, seen, GapKind.MENDED, ours.giftId(), now);
        return missing ? Found.MENDED : Found.FINE;
    }
}
