package org.rung.giving;

import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.GIFTS;
import static org.rung.db.Tables.GIFT_ENTRIES;
import static org.rung.db.Tables.SUPPORTERS;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.rung.actions.ActionType;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

/** Gifts, as they are read. */
@Repository
class GiftStore {
    private static final List<SelectField<?>> SHOWN = List.of(
            GIFTS.GIFT_ID,
            GIFTS.SUPPORTER_ID,
            SUPPORTERS.FIRST_NAME,
            SUPPORTERS.LAST_NAME,
            GIFTS.WAY,
            GIFTS.CURRENCY,
            GIFTS.GIVEN_MINOR,
            GIFTS.BACK_MINOR,
            GIFTS.GIVEN_AT,
            GIFTS.MONTHLY_KEY,
            GIFTS.GIVER_FIRST_NAME,
            GIFTS.GIVER_LAST_NAME,
            GIFTS.GIVER_EMAIL,
            GIFTS.GIVER_PHONE,
            GIFTS.NOTE,
            GIFTS.ERASED_AT);

    private final DSLContext db;

    GiftStore(DSLContext db) {
        this.db = db;
    }

    /** The latest first. */
    List<GiftRow> page(OrganizationId organizationId, GiftFilter filter, Optional<Page.Place> after, int limit) {
        Condition which = which(organizationId, filter);
        if (after.isPresent()) {
            Page.Place place = after.get();
            which = which.and(GIFTS.GIVEN_AT
                    .lt(place.at())
                    .or(GIFTS.GIVEN_AT.eq(place.at()).and(GIFTS.GIFT_ID.lt(new GiftId(place.id())))));
        }
        return db.select(SHOWN)
                .from(GIFTS)
                .leftJoin(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(GIFTS.SUPPORTER_ID))
                .where(which)
                .orderBy(GIFTS.GIVEN_AT.desc(), GIFTS.GIFT_ID.desc())
                .limit(limit)
                .fetch(GiftStore::row);
    }

    Optional<GiftRow> find(OrganizationId organizationId, GiftId giftId) {
        return db.select(SHOWN)
                .from(GIFTS)
                .leftJoin(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(GIFTS.SUPPORTER_ID))
                .where(GIFTS.ORGANIZATION_ID.eq(organizationId), GIFTS.GIFT_ID.eq(giftId))
                .fetchOptional(GiftStore::row);
    }

    private static GiftRow row(Record row) {
        Giver giver = new Giver(
                row.get(GIFTS.GIVER_FIRST_NAME),
                row.get(GIFTS.GIVER_LAST_NAME),
                row.get(GIFTS.GIVER_EMAIL),
                Optional.of(row.get(GIFTS.GIVER_PHONE))
                        .filter(phone -> !phone.isEmpty())
                        .map(PhoneNumber::new));
        Optional<String> known = Optional.ofNullable(row.get(SUPPORTERS.FIRST_NAME))
                .map(first -> (first + " " + row.get(SUPPORTERS.LAST_NAME)).strip());
        return new GiftRow(
                row.get(GIFTS.GIFT_ID),
                Optional.ofNullable(row.get(GIFTS.SUPPORTER_ID)),
                known.orElseGet(giver::name),
                row.get(GIFTS.WAY),
                row.get(GIFTS.CURRENCY),
                row.get(GIFTS.GIVEN_MINOR),
                row.get(GIFTS.BACK_MINOR),
                row.get(GIFTS.GIVEN_AT),
                Optional.ofNullable(row.get(GIFTS.MONTHLY_KEY)),
                giver,
                row.get(GIFTS.NOTE),
                row.get(GIFTS.ERASED_AT) != null);
    }

    /** By currency. */
    List<GiftTotal> totals(OrganizationId organizationId, GiftFilter filter) {
        return db.select(GIFTS.CURRENCY, DSL.count(), DSL.sum(GIFTS.GIVEN_MINOR), DSL.sum(GIFTS.BACK_MINOR))
                .from(GIFTS)
                .where(which(organizationId, filter))
                .groupBy(GIFTS.CURRENCY)
                .orderBy(GIFTS.CURRENCY)
                .fetch(row -> new GiftTotal(
                        row.value1(),
                        row.value2(),
                        row.value3().longValueExact(),
                        row.value4().longValueExact()));
    }

    int count(OrganizationId organizationId, GiftFilter filter, int most) {
        return db.selectCount()
                .from(db.select(GIFTS.GIFT_ID)
                        .from(GIFTS)
                        .where(which(organizationId, filter))
                        .limit(most)
                        .asTable("few"))
                .fetchSingle(0, int.class);
    }

    private static Condition which(OrganizationId organizationId, GiftFilter filter) {
        Condition which = GIFTS.ORGANIZATION_ID.eq(organizationId);
        if (filter.from().isPresent())
            which = which.and(GIFTS.GIVEN_AT.ge(filter.from().get()));
        if (filter.until().isPresent())
            which = which.and(GIFTS.GIVEN_AT.lt(filter.until().get()));
        if (filter.way().isPresent())
            which = which.and(GIFTS.WAY.eq(filter.way().get()));
        if (filter.supporterId().isPresent())
            which = which.and(GIFTS.SUPPORTER_ID.eq(filter.supporterId().get()));
        if (filter.unmatched()) which = which.and(GIFTS.SUPPORTER_ID.isNull()).and(GIFTS.ERASED_AT.isNull());
        return filter.state().map(GiftStore::is).map(which::and).orElse(which);
    }

    private static Condition is(GiftState state) {
        return switch (state) {
            case GIVEN -> GIFTS.BACK_MINOR.eq(0L);
            case PARTLY_BACK -> GIFTS.BACK_MINOR.gt(0L).and(GIFTS.BACK_MINOR.lt(GIFTS.GIVEN_MINOR));
            case WENT_BACK -> GIFTS.BACK_MINOR.ge(GIFTS.GIVEN_MINOR);
        };
    }

    /** As it happened. */
    List<GiftEntry> entries(OrganizationId organizationId, GiftId giftId) {
        return db.select(GIFT_ENTRIES.KIND, GIFT_ENTRIES.MINOR, GIFT_ENTRIES.HAPPENED_AT, GIFT_ENTRIES.REASON)
                .from(GIFT_ENTRIES)
                .where(GIFT_ENTRIES.ORGANIZATION_ID.eq(organizationId), GIFT_ENTRIES.GIFT_ID.eq(giftId))
                .orderBy(GIFT_ENTRIES.HAPPENED_AT, GIFT_ENTRIES.GIFT_ENTRY_ID)
                .fetch(row -> new GiftEntry(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** What the ledger's lines add up to, by currency. */
    Map<String, Long> byEntries(OrganizationId organizationId) {
        return longs(db.select(GIFTS.CURRENCY, DSL.sum(GIFT_ENTRIES.MINOR))
                .from(GIFT_ENTRIES)
                .join(GIFTS)
                .on(GIFTS.GIFT_ID.eq(GIFT_ENTRIES.GIFT_ID))
                .where(GIFT_ENTRIES.ORGANIZATION_ID.eq(organizationId))
                .groupBy(GIFTS.CURRENCY)
                .fetchMap(row -> row.value1(), row -> row.value2()));
    }

    /** What the ladders' evidence of matched gifts adds up to, by currency. */
    Map<String, Long> byActions(OrganizationId organizationId) {
        return longs(db.select(ACTIONS.CURRENCY, DSL.sum(ACTIONS.AMOUNT_MINOR))
                .from(ACTIONS)
                .where(
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.TYPE.eq(ActionType.GAVE),
                        ACTIONS.VOIDED_AT.isNull(),
                        ACTIONS.CURRENCY.isNotNull(),
                        ACTIONS.ONCE_KEY.startsWith(Following.PREFIX))
                .groupBy(ACTIONS.CURRENCY)
                .fetchMap(row -> row.value1(), row -> row.value2()));
    }

    /** What is left of gifts whose person is known, by currency. */
    Map<String, Long> matched(OrganizationId organizationId) {
        return longs(db.select(GIFTS.CURRENCY, DSL.sum(GIFTS.GIVEN_MINOR.minus(GIFTS.BACK_MINOR)))
                .from(GIFTS)
                .where(GIFTS.ORGANIZATION_ID.eq(organizationId), GIFTS.SUPPORTER_ID.isNotNull())
                .groupBy(GIFTS.CURRENCY)
                .fetchMap(row -> row.value1(), row -> row.value2()));
    }

    private static Map<String, Long> longs(Map<String, BigDecimal> sums) {
        Map<String, Long> longs = new java.util.TreeMap<>();
        sums.forEach((currency, sum) -> longs.put(currency, sum.longValueExact()));
        return longs;
    }
}
