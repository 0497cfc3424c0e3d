package org.rung.payments;

import static org.rung.db.Tables.GIFTS;
import static org.rung.db.Tables.STANDING_GIFTS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.db.tables.records.StandingGiftsRecord;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class StandingStore {
    private final DSLContext db;

    StandingStore(DSLContext db) {
        this.db = db;
    }

    static String monthlyKey(String subscriptionId) {
        return "stripe:" + subscriptionId;
    }

    /** The one of an older look changes nothing; who ended it stays who said so first. */
    void learn(OrganizationId here, SeenStanding seen, Optional<SupporterId> who, String language, Instant seenAt) {
        db.insertInto(STANDING_GIFTS)
                .set(STANDING_GIFTS.STANDING_GIFT_ID, new StandingGiftId(Id.next()))
                .set(STANDING_GIFTS.ORGANIZATION_ID, here)
                .set(STANDING_GIFTS.SUPPORTER_ID, who.orElse(null))
                .set(STANDING_GIFTS.SUBSCRIPTION_ID, seen.subscriptionId())
                .set(STANDING_GIFTS.TOKEN, Tokens.fresh())
                .set(STANDING_GIFTS.STATE, seen.state())
                .set(STANDING_GIFTS.MINOR, seen.amount().minor())
                .set(STANDING_GIFTS.CURRENCY, seen.amount().currency())
                .set(STANDING_GIFTS.LANGUAGE, language)
                .set(STANDING_GIFTS.STARTED_AT, seen.startedAt())
                .set(STANDING_GIFTS.SEEN_AT, seenAt)
                .onDuplicateKeyIgnore()
                .execute();
        var row = db.update(STANDING_GIFTS)
                .set(STANDING_GIFTS.STATE, seen.state())
                .set(STANDING_GIFTS.MINOR, seen.amount().minor())
                .set(STANDING_GIFTS.NEXT_AT, seen.nextAt().orElse(null))
                .set(STANDING_GIFTS.SEEN_AT, seenAt);
        row = switch (seen.state()) {
            case ENDED ->
                row.set(STANDING_GIFTS.ENDED_AT, seen.endedAt().orElse(seenAt))
                        .set(
                                STANDING_GIFTS.ENDED_BY,
                                DSL.coalesce(
                                        STANDING_GIFTS.ENDED_BY, DSL.val(EndedBy.PROVIDER, STANDING_GIFTS.ENDED_BY)));
            case ACTIVE -> row.setNull(STANDING_GIFTS.FAILED_AT).set(STANDING_GIFTS.FAILURE, "");
            case FAILING -> row;
        };
        row.where(
                        STANDING_GIFTS.ORGANIZATION_ID.eq(here),
                        STANDING_GIFTS.SUBSCRIPTION_ID.eq(seen.subscriptionId()),
                        STANDING_GIFTS.SEEN_AT.le(seenAt))
                .execute();
    }

    void failed(OrganizationId here, String subscriptionId, String failure, Instant at) {
        db.update(STANDING_GIFTS)
                .set(STANDING_GIFTS.FAILED_AT, at)
                .set(STANDING_GIFTS.FAILURE, failure)
                .where(
                        STANDING_GIFTS.ORGANIZATION_ID.eq(here),
                        STANDING_GIFTS.SUBSCRIPTION_ID.eq(subscriptionId),
                        STANDING_GIFTS.STATE.eq(StandingState.FAILING))
                .execute();
    }

    /** Said before the provider is asked, since its own word that it is over may come first. */
    void ending(OrganizationId here, StandingGiftId id, Optional<EndedBy> by) {
        db.update(STANDING_GIFTS)
                .set(STANDING_GIFTS.ENDED_BY, by.orElse(null))
                .where(
                        STANDING_GIFTS.ORGANIZATION_ID.eq(here),
                        STANDING_GIFTS.STANDING_GIFT_ID.eq(id),
                        STANDING_GIFTS.STATE.ne(StandingState.ENDED))
                .execute();
    }

    Optional<StandingGift> find(OrganizationId here, StandingGiftId id) {
        return db.selectFrom(STANDING_GIFTS)
                .where(STANDING_GIFTS.ORGANIZATION_ID.eq(here), STANDING_GIFTS.STANDING_GIFT_ID.eq(id))
                .fetchOptional(StandingStore::gift);
    }

    Optional<StandingGift> bySubscription(OrganizationId here, String subscriptionId) {
        return db.selectFrom(STANDING_GIFTS)
                .where(STANDING_GIFTS.ORGANIZATION_ID.eq(here), STANDING_GIFTS.SUBSCRIPTION_ID.eq(subscriptionId))
                .fetchOptional(StandingStore::gift);
    }

    Optional<StandingGift> byToken(String token) {
        return db.selectFrom(STANDING_GIFTS)
                .where(STANDING_GIFTS.TOKEN.eq(token))
                .fetchOptional(StandingStore::gift);
    }

    /** Whose it is, where the one who gives it was found among earlier months by hand. */
    Optional<SupporterId> settledBefore(OrganizationId here, String subscriptionId) {
        return db.select(GIFTS.SUPPORTER_ID)
                .from(GIFTS)
                .where(
                        GIFTS.ORGANIZATION_ID.eq(here),
                        GIFTS.MONTHLY_KEY.eq(monthlyKey(subscriptionId)),
                        GIFTS.SUPPORTER_ID.isNotNull())
                .orderBy(GIFTS.GIVEN_AT.desc())
                .limit(1)
                .fetchOptional(GIFTS.SUPPORTER_ID);
    }

    /** The latest begun first. */
    List<StandingRow> page(
            OrganizationId here, Optional<StandingState> state, Optional<StandingGiftId> after, int limit) {
        var name = DSL.concat(SUPPORTERS.FIRST_NAME, DSL.inline(" "), SUPPORTERS.LAST_NAME);
        return db.select(STANDING_GIFTS.fields())
                .select(name)
                .from(STANDING_GIFTS)
                .leftJoin(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(STANDING_GIFTS.SUPPORTER_ID))
                .where(
                        STANDING_GIFTS.ORGANIZATION_ID.eq(here),
                        state.map(STANDING_GIFTS.STATE::eq).orElseGet(DSL::noCondition),
                        after.map(STANDING_GIFTS.STANDING_GIFT_ID::lt).orElseGet(DSL::noCondition))
                .orderBy(STANDING_GIFTS.STANDING_GIFT_ID.desc())
                .limit(limit)
                .fetch(row -> new StandingRow(
                        gift(row.into(STANDING_GIFTS)),
                        Optional.ofNullable(row.get(name)).orElse("").strip()));
    }

    List<StandingGift> of(OrganizationId here, SupporterId supporterId, int limit) {
        return db.selectFrom(STANDING_GIFTS)
                .where(STANDING_GIFTS.ORGANIZATION_ID.eq(here), STANDING_GIFTS.SUPPORTER_ID.eq(supporterId))
                .orderBy(STANDING_GIFTS.STANDING_GIFT_ID.desc())
                .limit(limit)
                .fetch(StandingStore::gift);
    }

    private static StandingGift gift(StandingGiftsRecord row) {
        return new StandingGift(
                row.getStandingGiftId(),
                row.getOrganizationId(),
                Optional.ofNullable(row.getSupporterId()),
                row.getSubscriptionId(),
                row.getToken(),
                row.getState(),
                row.getMinor(),
                row.getCurrency(),
                row.getLanguage(),
                row.getStartedAt(),
                Optional.ofNullable(row.getEndedAt()),
                Optional.ofNullable(row.getEndedBy()),
                Optional.ofNullable(row.getFailedAt()),
                row.getFailure(),
                Optional.ofNullable(row.getNextAt()));
    }
}
