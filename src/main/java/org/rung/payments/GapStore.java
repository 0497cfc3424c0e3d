package org.rung.payments;

import static org.rung.db.Tables.GIFTS;
import static org.rung.db.Tables.PAYMENT_GAPS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.giving.GiftId;
import org.springframework.stereotype.Repository;

@Repository
class GapStore {
    private final DSLContext db;

    GapStore(DSLContext db) {
        this.db = db;
    }

    /** What our books say of a payment. */
    record Ours(GiftId giftId, String onceKey, long givenMinor, long backMinor, String currency) {}

    Map<String, Ours> ours(OrganizationId here, Collection<String> onceKeys) {
        if (onceKeys.isEmpty()) return Map.of();
        return db.select(GIFTS.GIFT_ID, GIFTS.ONCE_KEY, GIFTS.GIVEN_MINOR, GIFTS.BACK_MINOR, GIFTS.CURRENCY)
                .from(GIFTS)
                .where(GIFTS.ORGANIZATION_ID.eq(here), GIFTS.ONCE_KEY.in(onceKeys))
                .fetchMap(
                        GIFTS.ONCE_KEY,
                        row -> new Ours(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Those of ours that say they came through the provider in that time. */
    List<Ours> between(OrganizationId here, Instant from, Instant until, GiftId after, int limit) {
        return db.select(GIFTS.GIFT_ID, GIFTS.ONCE_KEY, GIFTS.GIVEN_MINOR, GIFTS.BACK_MINOR, GIFTS.CURRENCY)
                .from(GIFTS)
                .where(
                        GIFTS.ORGANIZATION_ID.eq(here),
                        GIFTS.GIVEN_AT.between(from, until),
                        GIFTS.ONCE_KEY.startsWith(PaymentBooks.key("")),
                        GIFTS.GIFT_ID.gt(after))
                .orderBy(GIFTS.GIFT_ID)
                .limit(limit)
                .fetch(row -> new Ours(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** As the books are now; of what differs in another way each kind is one. Found again, it is open again. */
    void found(OrganizationId here, SeenPayment seen, GapKind kind, GiftId giftId, Instant now) {
        Ours ours = ours(here, List.of(PaymentBooks.key(seen.paymentId()))).get(PaymentBooks.key(seen.paymentId()));
        boolean back = kind == GapKind.BACK;
        long we = ours == null ? 0 : back ? ours.backMinor() : ours.givenMinor();
        found(
                here,
                seen.paymentId(),
                kind,
                we,
                back ? seen.backMinor() : seen.amount().minor(),
                seen.amount().currency(),
                giftId,
                now);
    }

    void found(
            OrganizationId here,
            String paymentId,
            GapKind kind,
            long ours,
            long theirs,
            String currency,
            GiftId giftId,
            Instant now) {
        db.insertInto(PAYMENT_GAPS)
                .set(PAYMENT_GAPS.PAYMENT_GAP_ID, new PaymentGapId(Id.next()))
                .set(PAYMENT_GAPS.ORGANIZATION_ID, here)
                .set(PAYMENT_GAPS.PAYMENT_KEY, paymentId)
                .set(PAYMENT_GAPS.KIND, kind)
                .set(PAYMENT_GAPS.OURS_MINOR, ours)
                .set(PAYMENT_GAPS.THEIRS_MINOR, theirs)
                .set(PAYMENT_GAPS.CURRENCY, currency)
                .set(PAYMENT_GAPS.GIFT_ID, giftId)
                .set(PAYMENT_GAPS.FOUND_AT, now)
                .set(PAYMENT_GAPS.SETTLED_AT, kind == GapKind.MENDED ? now : null)
                .onDuplicateKeyIgnore()
                .execute();
        db.update(PAYMENT_GAPS)
                .set(PAYMENT_GAPS.OURS_MINOR, ours)
                .set(PAYMENT_GAPS.THEIRS_MINOR, theirs)
                .set(PAYMENT_GAPS.FOUND_AT, now)
                .setNull(PAYMENT_GAPS.SETTLED_AT)
                .setNull(PAYMENT_GAPS.SETTLED_BY_MEMBER_ID)
                .where(
                        PAYMENT_GAPS.ORGANIZATION_ID.eq(here),
                        PAYMENT_GAPS.PAYMENT_KEY.eq(paymentId),
                        PAYMENT_GAPS.KIND.eq(kind),
                        PAYMENT_GAPS.KIND.ne(GapKind.MENDED),
                        PAYMENT_GAPS.OURS_MINOR.ne(ours).or(PAYMENT_GAPS.THEIRS_MINOR.ne(theirs)))
                .execute();
    }

    /** It does not differ any more. */
    void agrees(OrganizationId here, Collection<String> payments, Instant now) {
        if (payments.isEmpty()) return;
        db.update(PAYMENT_GAPS)
                .set(PAYMENT_GAPS.SETTLED_AT, now)
                .where(
                        PAYMENT_GAPS.ORGANIZATION_ID.eq(here),
                        PAYMENT_GAPS.PAYMENT_KEY.in(payments),
                        PAYMENT_GAPS.SETTLED_AT.isNull())
                .execute();
    }

    /** Open ones, or those that were mended or settled; the latest first. */
    List<PaymentGap> page(OrganizationId here, boolean open, Optional<PaymentGapId> after, int limit) {
        return db.selectFrom(PAYMENT_GAPS)
                .where(
                        PAYMENT_GAPS.ORGANIZATION_ID.eq(here),
                        open ? PAYMENT_GAPS.SETTLED_AT.isNull() : PAYMENT_GAPS.SETTLED_AT.isNotNull(),
                        after.map(PAYMENT_GAPS.PAYMENT_GAP_ID::lt).orElseGet(DSL::noCondition))
                .orderBy(PAYMENT_GAPS.PAYMENT_GAP_ID.desc())
                .limit(limit)
                .fetch(row -> new PaymentGap(
                        row.getPaymentGapId(),
                        row.getPaymentKey(),
                        row.getKind(),
                        row.getOursMinor(),
                        row.getTheirsMinor(),
                        row.getCurrency(),
                        Optional.ofNullable(row.getGiftId()),
                        row.getFoundAt()));
    }

    boolean settle(OrganizationId here, PaymentGapId id, Optional<MemberId> by, Instant now) {
        return db.update(PAYMENT_GAPS)
                        .set(PAYMENT_GAPS.SETTLED_AT, now)
                        .set(PAYMENT_GAPS.SETTLED_BY_MEMBER_ID, by.orElse(null))
                        .where(
                                PAYMENT_GAPS.ORGANIZATION_ID.eq(here),
                                PAYMENT_GAPS.PAYMENT_GAP_ID.eq(id),
                                PAYMENT_GAPS.SETTLED_AT.isNull())
                        .execute()
                == 1;
    }
}
