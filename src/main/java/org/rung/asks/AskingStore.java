package org.rung.asks;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.ASKINGS;
import static org.rung.db.Tables.ASKS;
import static org.rung.db.Tables.ASK_VARIANTS;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.rung.ladder.Reason;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Asks that texts carry, from being put to being answered. */
@Repository
class AskingStore {
    private final DSLContext dsl;

    AskingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** An asking that waits for an answer. */
    record Open(long askingId, AskId askId, AskFamily family) {}

    Optional<Open> open(OrganizationId organizationId, SupporterId supporterId) {
        return dsl.select(ASKINGS.ASKING_ID, ASKINGS.ASK_ID, ASKS.FAMILY)
                .from(ASKINGS)
                .join(ASKS)
                .on(ASKS.ASK_ID.eq(ASKINGS.ASK_ID))
                .where(
                        ASKINGS.SUPPORTER_ID.eq(supporterId),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.OUTCOME.eq(AskOutcome.OPEN))
                .orderBy(ASKINGS.HAPPENED_AT.desc())
                .limit(1)
                .fetchOptional(row -> new Open(row.value1(), row.value2(), row.value3()));
    }

    boolean anyOpen(OrganizationId organizationId, SupporterId supporterId) {
        return open(organizationId, supporterId).isPresent();
    }

    /** What each was asked and has not answered. */
    Map<SupporterId, OpenAsk> waiting(OrganizationId organizationId, Collection<SupporterId> supporters) {
        Map<SupporterId, OpenAsk> waiting = new HashMap<>();
        Field<String> title = coalesce(nullif(ASK_VARIANTS.TITLE, ""), ASKS.TITLE);
        dsl.select(ASKINGS.SUPPORTER_ID, ASKINGS.ASK_ID, ASKS.FAMILY, title, ASKINGS.CAUSE, ASKINGS.HAPPENED_AT)
                .from(ASKINGS)
                .join(ASKS)
                .on(ASKS.ASK_ID.eq(ASKINGS.ASK_ID))
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(ASKINGS.SUPPORTER_ID))
                .leftJoin(ASK_VARIANTS)
                .on(ASK_VARIANTS.ASK_ID.eq(ASKINGS.ASK_ID), ASK_VARIANTS.LANGUAGE.eq(SUPPORTERS.LANGUAGE))
                .where(
                        ASKINGS.SUPPORTER_ID.in(supporters),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.OUTCOME.eq(AskOutcome.OPEN))
                .orderBy(ASKINGS.HAPPENED_AT)
                .forEach(row -> waiting.put(
                        row.value1(),
                        new OpenAsk(
                                row.value2(), row.value3(), row.value4(), Reason.read(row.value5()), row.value6())));
        return waiting;
    }

    /** Someone who rests, since when, and after what. */
    record Resting(AskOutcome after, Instant since, Instant until) {}

    /** Those who rest now because of the last ask that was put to them. */
    Map<SupporterId, Resting> resting(
            OrganizationId organizationId, LadderId ladderId, Collection<SupporterId> supporters, Instant now) {
        Map<SupporterId, Resting> resting = new HashMap<>();
        dsl.select(ASKINGS.SUPPORTER_ID, ASKINGS.OUTCOME, ASKINGS.SETTLED_AT, STANDINGS.RESTING_UNTIL_AT)
                .from(STANDINGS)
                .join(ASKINGS)
                .on(ASKINGS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID))
                .where(
                        STANDINGS.LADDER_ID.eq(ladderId),
                        STANDINGS.SUPPORTER_ID.in(supporters),
                        STANDINGS.RESTING_UNTIL_AT.gt(now),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.SETTLED_AT.isNotNull())
                .orderBy(ASKINGS.SETTLED_AT)
                .forEach(row -> resting.put(row.value1(), new Resting(row.value2(), row.value3(), row.value4())));
        resting.values().removeIf(one -> one.after() != AskOutcome.DECLINED && one.after() != AskOutcome.SILENT);
        return resting;
    }

    /** The same text again adds nothing. */
    void add(Actor actor, SupporterId supporterId, AskPut ask, MessageId text, Instant now) {
        var insert = dsl.insertInto(ASKINGS)
                .columns(
                        ASKINGS.ASKING_ID,
                        ASKINGS.ORGANIZATION_ID,
                        ASKINGS.ASK_ID,
                        ASKINGS.SUPPORTER_ID,
                        ASKINGS.MEMBER_ID,
                        ASKINGS.MESSAGE_ID,
                        ASKINGS.OUTCOME,
                        ASKINGS.CAUSE,
                        ASKINGS.HAPPENED_AT)
                .values(
                        Id.next(),
                        actor.organization(),
                        ask.askId(),
                        supporterId,
                        actor.member().orElse(null),
                        text,
                        AskOutcome.OPEN,
                        ask.reason().text(),
                        now);
        dsl.query("{0} on duplicate key update message_id = values(message_id)", insert)
                .execute();
    }

    Optional<AskPut> carriedBy(OrganizationId organizationId, MessageId text) {
        return dsl.select(ASKINGS.ASK_ID, ASKINGS.CAUSE)
                .from(ASKINGS)
                .where(ASKINGS.MESSAGE_ID.eq(text), ASKINGS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(row -> new AskPut(row.value1(), Reason.read(row.value2())));
    }

    void forget(OrganizationId organizationId, MessageId text) {
        dsl.deleteFrom(ASKINGS)
                .where(
                        ASKINGS.MESSAGE_ID.eq(text),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.OUTCOME.eq(AskOutcome.OPEN))
                .execute();
    }

    void settle(OrganizationId organizationId, Collection<Long> askings, AskOutcome outcome, Instant now) {
        dsl.update(ASKINGS)
                .set(ASKINGS.OUTCOME, outcome)
                .set(ASKINGS.SETTLED_AT, now)
                .where(
                        ASKINGS.ASKING_ID.in(askings),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.OUTCOME.eq(AskOutcome.OPEN))
                .execute();
    }

    void reopen(OrganizationId organizationId, long askingId) {
        dsl.update(ASKINGS)
                .set(ASKINGS.OUTCOME, AskOutcome.OPEN)
                .setNull(ASKINGS.SETTLED_AT)
                .where(
                        ASKINGS.ASKING_ID.eq(askingId),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.OUTCOME.in(AskOutcome.ACCEPTED, AskOutcome.DECLINED))
                .execute();
    }

    /** Open asks of this kind of people who have done it since they were asked. */
    void done(OrganizationId organizationId, Collection<SupporterId> supporters, AskFamily family, Instant now) {
        dsl.update(ASKINGS.join(ASKS).on(ASKS.ASK_ID.eq(ASKINGS.ASK_ID)))
                .set(ASKINGS.OUTCOME, AskOutcome.ACCEPTED)
                .set(ASKINGS.SETTLED_AT, now)
                .where(
                        ASKINGS.SUPPORTER_ID.in(supporters),
                        ASKINGS.ORGANIZATION_ID.eq(organizationId),
                        ASKINGS.OUTCOME.eq(AskOutcome.OPEN),
                        ASKS.FAMILY.eq(family),
                        exists(selectOne()
                                .from(ACTIONS)
                                .where(
                                        ACTIONS.SUPPORTER_ID.eq(ASKINGS.SUPPORTER_ID),
                                        ACTIONS.TYPE.in(family.deeds()),
                                        ACTIONS.HAPPENED_AT.ge(ASKINGS.HAPPENED_AT),
                                        ACTIONS.VOIDED_AT.isNull())))
                .execute();
    }
}
