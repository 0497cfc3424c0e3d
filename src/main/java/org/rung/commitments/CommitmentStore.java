package org.rung.commitments;

import static org.rung.db.Tables.COMMITMENTS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.rung.actions.ActionId;
import org.rung.actions.Money;
import org.rung.commitments.CommitmentsSettled.Settled;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** What was promised, and what became of it. */
@Repository
class CommitmentStore {
    private static final List<SelectField<?>> SHOWN = List.of(
            COMMITMENTS.COMMITMENT_ID,
            COMMITMENTS.FAMILY,
            COMMITMENTS.TITLE,
            COMMITMENTS.STATE,
            COMMITMENTS.PROMISED_AT,
            COMMITMENTS.DUE_AT,
            COMMITMENTS.SETTLED_AT,
            COMMITMENTS.SETTLED_BY,
            COMMITMENTS.NOTE,
            COMMITMENTS.TARGET,
            COMMITMENTS.TOPIC_ID,
            COMMITMENTS.MESSAGE_ID,
            COMMITMENTS.REASON,
            COMMITMENTS.TURNED_AT);

    private final DSLContext dsl;

    CommitmentStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Adds one; with a once key that is there already, gives that one. */
    CommitmentId add(
            OrganizationId organizationId,
            Optional<MemberId> credited,
            SupporterId supporterId,
            CommitmentDraft draft,
            Optional<String> onceKey,
            Instant now) {
        CommitmentId id = new CommitmentId(Id.next());
        var insert = dsl.insertInto(COMMITMENTS)
                .columns(
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.ORGANIZATION_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.ASK_ID,
                        COMMITMENTS.FAMILY,
                        COMMITMENTS.TITLE,
                        COMMITMENTS.STATE,
                        COMMITMENTS.PROMISED_AT,
                        COMMITMENTS.DUE_AT,
                        COMMITMENTS.MEMBER_ID,
                        COMMITMENTS.NOTE,
                        COMMITMENTS.TARGET,
                        COMMITMENTS.TOPIC_ID,
                        COMMITMENTS.MESSAGE_ID,
                        COMMITMENTS.AMOUNT_MINOR,
                        COMMITMENTS.CURRENCY,
                        COMMITMENTS.ONCE_KEY)
                .values(
                        id,
                        organizationId,
                        supporterId,
                        draft.askId().orElse(null),
                        draft.family(),
                        draft.title(),
                        CommitmentState.PROMISED,
                        now,
                        draft.due().orElse(null),
                        credited.orElse(null),
                        draft.note(),
                        draft.target().orElse(null),
                        draft.cause().map(Cause::topic).orElse(null),
                        draft.cause().flatMap(Cause::message).orElse(null),
                        draft.amount().map(Money::minor).orElse(null),
                        draft.amount().map(Money::currency).orElse(null),
                        onceKey.orElse(null));
        dsl.query("{0} on duplicate key update once_key = values(once_key)", insert)
                .execute();
        return onceKey.map(key -> dsl.select(COMMITMENTS.COMMITMENT_ID)
                        .from(COMMITMENTS)
                        .where(COMMITMENTS.ORGANIZATION_ID.eq(organizationId), COMMITMENTS.ONCE_KEY.eq(key))
                        .fetchSingle(COMMITMENTS.COMMITMENT_ID))
                .orElse(id);
    }

    void due(OrganizationId organizationId, Collection<CommitmentId> commitments, Instant due) {
        dsl.update(COMMITMENTS)
                .set(COMMITMENTS.DUE_AT, due)
                .where(
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS.COMMITMENT_ID.in(commitments),
                        COMMITMENTS.STATE.in(CommitmentState.PROMISED, CommitmentState.CONFIRMED))
                .execute();
    }

    /** A promise that is about to be settled: nobody else settles it until the transaction ends. */
    record Held(CommitmentId commitmentId, SupporterId supporterId, CommitmentState state) {
        Settled to(CommitmentState after) {
            return new Settled(supporterId, commitmentId, state, after);
        }
    }

    /** As {@link Held}, with what somebody needs to know who says what became of it. */
    record Turning(
            CommitmentId commitmentId,
            SupporterId supporterId,
            AskFamily family,
            String title,
            CommitmentState state,
            Optional<Instant> dueAt,
            Optional<SettledBy> settledBy,
            Optional<ActionId> keptBy,
            Optional<String> turnKey) {
        Held asHeld() {
            return new Held(commitmentId, supporterId, state);
        }
    }

    List<Turning> holdAllOf(OrganizationId organizationId, SupporterId supporterId) {
        return dsl.select(
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.FAMILY,
                        COMMITMENTS.TITLE,
                        COMMITMENTS.STATE,
                        COMMITMENTS.DUE_AT,
                        COMMITMENTS.SETTLED_BY,
                        COMMITMENTS.ACTION_ID,
                        COMMITMENTS.TURN_KEY)
                .from(COMMITMENTS)
                .where(COMMITMENTS.SUPPORTER_ID.eq(supporterId), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .forUpdate()
                .fetch(row -> new Turning(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Optional.ofNullable(row.value6()),
                        Optional.ofNullable(row.value7()),
                        Optional.ofNullable(row.value8()),
                        Optional.ofNullable(row.value9())));
    }

    void turned(OrganizationId organizationId, CommitmentId commitmentId, String reason, String key, Instant at) {
        dsl.update(COMMITMENTS)
                .set(COMMITMENTS.REASON, reason)
                .set(COMMITMENTS.TURN_KEY, key)
                .set(COMMITMENTS.TURNED_AT, at)
                .where(COMMITMENTS.COMMITMENT_ID.eq(commitmentId), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    List<Held> hold(OrganizationId organizationId, Collection<CommitmentId> commitments) {
        return dsl.select(COMMITMENTS.COMMITMENT_ID, COMMITMENTS.SUPPORTER_ID, COMMITMENTS.STATE)
                .from(COMMITMENTS)
                .where(COMMITMENTS.COMMITMENT_ID.in(commitments), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .forUpdate()
                .fetch(row -> new Held(row.value1(), row.value2(), row.value3()));
    }

    /** Of those that are held. */
    void settle(
            OrganizationId organizationId,
            Collection<CommitmentId> commitments,
            CommitmentState state,
            SettledBy by,
            Instant at) {
        dsl.update(COMMITMENTS)
                .set(COMMITMENTS.STATE, state)
                .set(COMMITMENTS.SETTLED_AT, state.open() ? null : at)
                .set(COMMITMENTS.SETTLED_BY, state.open() ? null : by)
                .setNull(COMMITMENTS.ACTION_ID)
                .where(COMMITMENTS.COMMITMENT_ID.in(commitments), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    /** The latest promise first. */
    List<Commitment> of(OrganizationId organizationId, SupporterId supporterId, int limit) {
        return dsl.select(SHOWN)
                .from(COMMITMENTS)
                .where(COMMITMENTS.SUPPORTER_ID.eq(supporterId), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(COMMITMENTS.PROMISED_AT.desc(), COMMITMENTS.COMMITMENT_ID.desc())
                .limit(limit)
                .fetch(CommitmentStore::commitment);
    }

    /** What was promised, and what was settled, before that; the latest first. */
    List<Commitment> promisedBefore(OrganizationId organizationId, SupporterId who, Instant before, int limit) {
        return before(organizationId, who, COMMITMENTS.PROMISED_AT, before, limit);
    }

    List<Commitment> settledBefore(OrganizationId organizationId, SupporterId who, Instant before, int limit) {
        return before(organizationId, who, COMMITMENTS.SETTLED_AT, before, limit);
    }

    private List<Commitment> before(
            OrganizationId organizationId, SupporterId who, Field<Instant> moment, Instant before, int limit) {
        return dsl.select(SHOWN)
                .from(COMMITMENTS)
                .where(COMMITMENTS.SUPPORTER_ID.eq(who), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .and(moment.lt(before))
                .orderBy(moment.desc())
                .limit(limit)
                .fetch(CommitmentStore::commitment);
    }

    Optional<Commitment> find(OrganizationId organizationId, CommitmentId commitmentId) {
        return dsl.select(SHOWN)
                .from(COMMITMENTS)
                .where(COMMITMENTS.COMMITMENT_ID.eq(commitmentId), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(CommitmentStore::commitment);
    }

    boolean isOf(OrganizationId organizationId, SupporterId supporterId, CommitmentId commitmentId) {
        return dsl.fetchExists(
                COMMITMENTS,
                COMMITMENTS
                        .COMMITMENT_ID
                        .eq(commitmentId)
                        .and(COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                        .and(COMMITMENTS.SUPPORTER_ID.eq(supporterId)));
    }

    private static Commitment commitment(Record row) {
        return new Commitment(
                row.get(COMMITMENTS.COMMITMENT_ID),
                row.get(COMMITMENTS.FAMILY),
                row.get(COMMITMENTS.TITLE),
                row.get(COMMITMENTS.STATE),
                row.get(COMMITMENTS.PROMISED_AT),
                Optional.ofNullable(row.get(COMMITMENTS.DUE_AT)),
                Optional.ofNullable(row.get(COMMITMENTS.SETTLED_AT)),
                Optional.ofNullable(row.get(COMMITMENTS.SETTLED_BY)),
                row.get(COMMITMENTS.NOTE),
                Optional.ofNullable(row.get(COMMITMENTS.TARGET)),
                Optional.ofNullable(row.get(COMMITMENTS.TOPIC_ID))
                        .map(topic -> new Cause(topic, Optional.ofNullable(row.get(COMMITMENTS.MESSAGE_ID)))),
                row.get(COMMITMENTS.REASON),
                Optional.ofNullable(row.get(COMMITMENTS.TURNED_AT)));
    }
}
