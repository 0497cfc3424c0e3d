package org.rung.giving;

import static org.rung.db.Tables.GIFTS;
import static org.rung.db.Tables.GIFT_ENTRIES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.actions.ActionId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.Batch;
import org.rung.database.BulkInsert;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Gifts and their entries, as they are written. */
@Repository
class LedgerStore {
    private final DSLContext db;

    LedgerStore(DSLContext db) {
        this.db = db;
    }

    record NewGift(GiftId giftId, GiftDraft draft) {}

    record NewEntry(
            long entryId, GiftId giftId, EntryKind kind, long minor, Instant at, String reason, Optional<String> key) {
        NewEntry(GiftId giftId, EntryKind kind, long minor, Instant at, String reason, Optional<String> key) {
            this(Id.next(), giftId, kind, minor, at, reason, key);
        }
    }

    /** A once key that is there already adds nothing. */
    void add(Actor actor, Collection<NewGift> gifts, Instant now) {
        String recorded = BulkInsert.literal(now);
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into gifts (gift_id, organization_id, supporter_id, way, currency, given_minor, given_at,"
                        + " recorded_at, once_key, monthly_key, giver_first_name, giver_last_name, giver_email,"
                        + " giver_phone, note, batch_id, member_id) values ",
                gifts,
                (row, gift) -> {
                    GiftDraft draft = gift.draft();
                    row.number(gift.giftId().value())
                            .number(actor.organization().value())
                            .number(draft.supporterId().map(SupporterId::value).orElse(null))
                            .words(draft.way().name())
                            .words(draft.amount().currency())
                            .number(draft.amount().minor())
                            .instant(draft.givenAt())
                            .same(recorded)
                            .words(draft.onceKey().orElse(null))
                            .words(draft.monthlyKey().orElse(null))
                            .words(draft.giver().firstName())
                            .words(draft.giver().lastName())
                            .words(draft.giver().email())
                            .words(draft.giver().phone().map(PhoneNumber::text).orElse(""))
                            .words(draft.note())
                            .number(draft.batch().orElse(null))
                            .number(actor.member().map(MemberId::value).orElse(null));
                },
                " on duplicate key update once_key = values(once_key)"));
    }

    Map<String, GiftId> byOnceKey(OrganizationId organizationId, Collection<String> keys) {
        if (keys.isEmpty()) return Map.of();
        return db.select(GIFTS.ONCE_KEY, GIFTS.GIFT_ID)
                .from(GIFTS)
                .where(GIFTS.ORGANIZATION_ID.eq(organizationId), GIFTS.ONCE_KEY.in(keys))
                .fetchMap(GIFTS.ONCE_KEY, GIFTS.GIFT_ID);
    }

    /** In the order of their ids, so that two who hold several do not wait for each other. */
    Map<GiftId, HeldGift> hold(OrganizationId organizationId, Collection<GiftId> gifts) {
        return gifts.isEmpty() ? Map.of() : held(GIFTS.ORGANIZATION_ID.eq(organizationId), GIFTS.GIFT_ID.in(gifts));
    }

    private Map<GiftId, HeldGift> held(Condition here, Condition which) {
        return db.select(
                        GIFTS.GIFT_ID,
                        GIFTS.SUPPORTER_ID,
                        GIFTS.CURRENCY,
                        GIFTS.GIVEN_MINOR,
                        GIFTS.BACK_MINOR,
                        GIFTS.GIVEN_AT,
                        GIFTS.ERASED_AT,
                        GIFTS.ACTION_ID,
                        GIFTS.ACTION_MINOR,
                        GIFTS.ACTIONS)
                .from(GIFTS)
                .where(here, which)
                .orderBy(GIFTS.GIFT_ID)
                .forUpdate()
                .fetchMap(
                        row -> row.get(GIFTS.GIFT_ID),
                        row -> new HeldGift(
                                row.get(GIFTS.GIFT_ID),
                                Optional.ofNullable(row.get(GIFTS.SUPPORTER_ID)),
                                row.get(GIFTS.CURRENCY),
                                row.get(GIFTS.GIVEN_MINOR),
                                row.get(GIFTS.BACK_MINOR),
                                row.get(GIFTS.GIVEN_AT),
                                row.get(GIFTS.ERASED_AT) != null,
                                Optional.ofNullable(row.get(GIFTS.ACTION_ID)),
                                Optional.ofNullable(row.get(GIFTS.ACTION_MINOR)),
                                row.get(GIFTS.ACTIONS)));
    }

    /** Which of these keys the ledger has already. */
    Collection<String> entryKeys(OrganizationId organizationId, Collection<String> keys) {
        if (keys.isEmpty()) return List.of();
        return db.select(GIFT_ENTRIES.ONCE_KEY)
                .from(GIFT_ENTRIES)
                .where(GIFT_ENTRIES.ORGANIZATION_ID.eq(organizationId), GIFT_ENTRIES.ONCE_KEY.in(keys))
                .fetchSet(GIFT_ENTRIES.ONCE_KEY);
    }

    void write(Actor actor, Collection<NewEntry> entries, Instant now) {
        String recorded = BulkInsert.literal(now);
        BulkInsert.all(
                db,
                "insert into gift_entries (gift_entry_id, organization_id, gift_id, kind, minor, happened_at,"
                        + " recorded_at, once_key, reason, actor_kind, actor_id) values ",
                entries,
                (row, entry) -> row.number(entry.entryId())
                        .number(actor.organization().value())
                        .number(entry.giftId().value())
                        .words(entry.kind().name())
                        .number(entry.kind().signed(entry.minor()))
                        .instant(entry.at())
                        .same(recorded)
                        .words(entry.key().orElse(null))
                        .words(entry.reason())
                        .words(actor.kind())
                        .number(actor.id().orElse(null)));
    }

    /** What went back of each, as its entries now add up to. */
    void sum(OrganizationId organizationId, Collection<HeldGift> changed) {
        Batch.run(
                db,
                "update gifts set back_minor = ? where gift_id = ? and organization_id = ?",
                changed,
                (statement, gift) -> {
                    statement.setLong(1, gift.backMinor());
                    statement.setLong(2, gift.giftId().value());
                    statement.setLong(3, organizationId.value());
                });
    }

    /** The evidence that counts from now on; without one, none does. */
    record Evidence(GiftId giftId, Optional<ActionId> actionId, Optional<Long> minor, int actions) {}

    void follow(OrganizationId organizationId, Collection<Evidence> followed) {
        Batch.run(
                db,
                "update gifts set action_id = ?, action_minor = ?, actions = ? where gift_id = ?"
                        + " and organization_id = ?",
                followed,
                (statement, one) -> {
                    statement.setObject(1, one.actionId().map(ActionId::value).orElse(null));
                    statement.setObject(2, one.minor().orElse(null));
                    statement.setInt(3, one.actions());
                    statement.setLong(4, one.giftId().value());
                    statement.setLong(5, organizationId.value());
                });
    }

    void assign(OrganizationId organizationId, GiftId giftId, Optional<SupporterId> who) {
        db.update(GIFTS)
                .set(GIFTS.SUPPORTER_ID, who.orElse(null))
                .where(GIFTS.ORGANIZATION_ID.eq(organizationId), GIFTS.GIFT_ID.eq(giftId))
                .execute();
    }

    /** The money stays in the books, and who gave it does not. */
    void erase(OrganizationId organizationId, Collection<SupporterId> people, Instant now) {
        db.update(GIFTS)
                .setNull(GIFTS.SUPPORTER_ID)
                .setNull(GIFTS.ACTION_ID)
                .setNull(GIFTS.ACTION_MINOR)
                .set(GIFTS.GIVER_FIRST_NAME, "")
                .set(GIFTS.GIVER_LAST_NAME, "")
                .set(GIFTS.GIVER_EMAIL, "")
                .set(GIFTS.GIVER_PHONE, "")
                .set(GIFTS.NOTE, "")
                .set(GIFTS.ERASED_AT, now)
                .where(GIFTS.ORGANIZATION_ID.eq(organizationId), GIFTS.SUPPORTER_ID.in(people))
                .execute();
        db.update(GIFT_ENTRIES.join(GIFTS).on(GIFTS.GIFT_ID.eq(GIFT_ENTRIES.GIFT_ID)))
                .set(GIFT_ENTRIES.REASON, "")
                .where(GIFT_ENTRIES.ORGANIZATION_ID.eq(organizationId), GIFTS.ERASED_AT.eq(now))
                .execute();
    }
}
