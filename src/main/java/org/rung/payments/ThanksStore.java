package org.rung.payments;

import static org.rung.db.Tables.GIFTS;
import static org.rung.db.Tables.GIFT_THANKS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.giving.GiftId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** What online gifts still owe their givers. */
@Repository
class ThanksStore {
    private static final String DUE = "DUE";
    private static final String SENT = "SENT";
    private static final String NONE = "NONE";

    private final DSLContext db;

    ThanksStore(DSLContext db) {
        this.db = db;
    }

    record Owed(OrganizationId organizationId, GiftId giftId, String language, int tries) {}

    record Texted(
            OrganizationId organizationId,
            GiftId giftId,
            SupporterId supporterId,
            long minor,
            String currency,
            Instant paidAt) {}

    void owe(OrganizationId here, GiftId giftId, String language, boolean mail, Instant paidAt) {
        db.insertInto(GIFT_THANKS)
                .set(GIFT_THANKS.GIFT_ID, giftId)
                .set(GIFT_THANKS.ORGANIZATION_ID, here)
                .set(GIFT_THANKS.LANGUAGE, language)
                .set(GIFT_THANKS.MAIL_STATE, mail ? DUE : NONE)
                .set(GIFT_THANKS.MAIL_NEXT_AT, paidAt)
                .set(GIFT_THANKS.TEXT_STATE, DUE)
                .set(GIFT_THANKS.PAID_AT, paidAt)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** By e-mail. */
    List<Owed> mailsDue(Instant now, int most) {
        return db.selectFrom(GIFT_THANKS)
                .where(GIFT_THANKS.MAIL_STATE.eq(DUE), GIFT_THANKS.MAIL_NEXT_AT.le(now))
                .orderBy(GIFT_THANKS.MAIL_NEXT_AT)
                .limit(most)
                .fetch(row ->
                        new Owed(row.getOrganizationId(), row.getGiftId(), row.getLanguage(), row.getMailTries()));
    }

    /** Written down before it leaves: a second receipt is worse than one that has to be asked for. */
    boolean takeMail(Owed owed, Instant now) {
        return db.update(GIFT_THANKS)
                        .set(GIFT_THANKS.MAIL_STATE, SENT)
                        .set(GIFT_THANKS.MAILED_AT, now)
                        .where(
                                GIFT_THANKS.ORGANIZATION_ID.eq(owed.organizationId()),
                                GIFT_THANKS.GIFT_ID.eq(owed.giftId()),
                                GIFT_THANKS.MAIL_STATE.eq(DUE))
                        .execute()
                == 1;
    }

    /** It did not leave: later, or never where no time is given. */
    void giveBackMail(Owed owed, Optional<Instant> again) {
        db.update(GIFT_THANKS)
                .set(GIFT_THANKS.MAIL_STATE, again.isPresent() ? DUE : NONE)
                .set(GIFT_THANKS.MAIL_TRIES, owed.tries() + 1)
                .set(GIFT_THANKS.MAIL_NEXT_AT, again.orElse(null))
                .setNull(GIFT_THANKS.MAILED_AT)
                .where(
                        GIFT_THANKS.ORGANIZATION_ID.eq(owed.organizationId()),
                        GIFT_THANKS.GIFT_ID.eq(owed.giftId()),
                        GIFT_THANKS.MAIL_STATE.eq(SENT))
                .execute();
    }

    /** Paid since then, by text; what went back altogether is not thanked for. */
    List<Texted> textsDue(Instant since, int most) {
        return db.select(
                        GIFT_THANKS.ORGANIZATION_ID,
                        GIFT_THANKS.GIFT_ID,
                        GIFTS.SUPPORTER_ID,
                        GIFTS.GIVEN_MINOR,
                        GIFTS.CURRENCY,
                        GIFT_THANKS.PAID_AT)
                .from(GIFT_THANKS)
                .join(GIFTS)
                .on(GIFTS.GIFT_ID.eq(GIFT_THANKS.GIFT_ID))
                .where(
                        GIFT_THANKS.TEXT_STATE.eq(DUE),
                        GIFT_THANKS.PAID_AT.ge(since),
                        GIFTS.SUPPORTER_ID.isNotNull(),
                        GIFTS.BACK_MINOR.lt(GIFTS.GIVEN_MINOR))
                .orderBy(GIFT_THANKS.PAID_AT)
                .limit(most)
                .fetch(row ->
                        new Texted(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** Those of them that are still due, held until the transaction ends; what another node holds is left to it. */
    Set<GiftId> holdTexts(OrganizationId here, Collection<GiftId> gifts) {
        return db.select(GIFT_THANKS.GIFT_ID)
                .from(GIFT_THANKS)
                .where(
                        GIFT_THANKS.GIFT_ID.in(gifts),
                        GIFT_THANKS.ORGANIZATION_ID.eq(here),
                        GIFT_THANKS.TEXT_STATE.eq(DUE))
                .orderBy(GIFT_THANKS.GIFT_ID)
                .forUpdate()
                .skipLocked()
                .fetchSet(GIFT_THANKS.GIFT_ID);
    }

    /** @param leaving the texts of those that get one */
    void decided(OrganizationId here, Collection<GiftId> gifts, Map<GiftId, MessageId> leaving) {
        db.update(GIFT_THANKS)
                .set(GIFT_THANKS.TEXT_STATE, NONE)
                .where(GIFT_THANKS.ORGANIZATION_ID.eq(here), GIFT_THANKS.GIFT_ID.in(gifts))
                .execute();
        db.batch(leaving.entrySet().stream()
                        .map(one -> db.update(GIFT_THANKS)
                                .set(GIFT_THANKS.TEXT_STATE, SENT)
                                .set(GIFT_THANKS.MESSAGE_ID, one.getValue())
                                .where(GIFT_THANKS.ORGANIZATION_ID.eq(here), GIFT_THANKS.GIFT_ID.eq(one.getKey())))
                        .toList())
                .execute();
    }
}
