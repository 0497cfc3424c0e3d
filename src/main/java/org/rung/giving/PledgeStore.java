package org.rung.giving;

import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.SUPPORTERS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Money;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Promises to give that name an amount. */
@Repository
class PledgeStore {
    private static final List<CommitmentState> OPEN = List.of(CommitmentState.PROMISED, CommitmentState.CONFIRMED);
    private static final Condition PLEDGES =
            COMMITMENTS.FAMILY.eq(AskFamily.GIVE).and(COMMITMENTS.AMOUNT_MINOR.isNotNull());

    private final DSLContext db;

    PledgeStore(DSLContext db) {
        this.db = db;
    }

    /** What is due first comes first. */
    List<PledgeRow> page(
            OrganizationId organizationId, PledgeList list, Instant now, Optional<Page.Place> after, int limit) {
        var sorted = DSL.coalesce(COMMITMENTS.DUE_AT, COMMITMENTS.PROMISED_AT);
        Condition which = is(list, now);
        if (after.isPresent()) {
            Page.Place place = after.get();
            which = which.and(sorted.gt(place.at())
                    .or(sorted.eq(place.at()).and(COMMITMENTS.COMMITMENT_ID.gt(new CommitmentId(place.id())))));
        }
        return rows(organizationId, which, limit);
    }

    /** The latest promised first. */
    List<PledgeRow> of(OrganizationId organizationId, SupporterId supporterId, int limit) {
        return rows(organizationId, COMMITMENTS.SUPPORTER_ID.eq(supporterId), limit);
    }

    private List<PledgeRow> rows(OrganizationId organizationId, Condition which, int limit) {
        return db.select(
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        COMMITMENTS.AMOUNT_MINOR,
                        COMMITMENTS.CURRENCY,
                        COMMITMENTS.STATE,
                        COMMITMENTS.PROMISED_AT,
                        COMMITMENTS.DUE_AT,
                        COMMITMENTS.NOTE)
                .from(COMMITMENTS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(COMMITMENTS.SUPPORTER_ID))
                .where(COMMITMENTS.ORGANIZATION_ID.eq(organizationId), PLEDGES, which)
                .orderBy(DSL.coalesce(COMMITMENTS.DUE_AT, COMMITMENTS.PROMISED_AT), COMMITMENTS.COMMITMENT_ID)
                .limit(limit)
                .fetch(row -> new PledgeRow(
                        row.value1(),
                        row.value2(),
                        (row.value3() + " " + row.value4()).strip(),
                        new Money(row.value5(), row.value6()),
                        row.value7(),
                        row.value8(),
                        Optional.ofNullable(row.value9()),
                        row.value10(),
                        0));
    }

    private static Condition is(PledgeList list, Instant now) {
        return switch (list) {
            case OPEN ->
                COMMITMENTS.STATE.in(OPEN).and(COMMITMENTS.DUE_AT.isNull().or(COMMITMENTS.DUE_AT.ge(now)));
            case OVERDUE ->
                COMMITMENTS
                        .STATE
                        .eq(CommitmentState.BROKEN)
                        .or(COMMITMENTS.STATE.in(OPEN).and(COMMITMENTS.DUE_AT.lt(now)));
            case KEPT -> COMMITMENTS.STATE.eq(CommitmentState.KEPT);
            case RELEASED -> COMMITMENTS.STATE.eq(CommitmentState.RELEASED);
        };
    }

    /** What they gave since each was promised, in its currency. */
    Map<CommitmentId, BigDecimal> given(OrganizationId organizationId, Collection<CommitmentId> pledges) {
        if (pledges.isEmpty()) return Map.of();
        return db.select(COMMITMENTS.COMMITMENT_ID, DSL.sum(ACTIONS.AMOUNT_MINOR))
                .from(COMMITMENTS)
                .join(ACTIONS)
                .on(
                        ACTIONS.SUPPORTER_ID.eq(COMMITMENTS.SUPPORTER_ID),
                        ACTIONS.ORGANIZATION_ID.eq(COMMITMENTS.ORGANIZATION_ID),
                        ACTIONS.CURRENCY.eq(COMMITMENTS.CURRENCY),
                        ACTIONS.HAPPENED_AT.ge(COMMITMENTS.PROMISED_AT))
                .where(
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS.COMMITMENT_ID.in(pledges),
                        ACTIONS.TYPE.eq(ActionType.GAVE),
                        ACTIONS.VOIDED_AT.isNull())
                .groupBy(COMMITMENTS.COMMITMENT_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** How much is promised in such a list, by currency. */
    Map<String, Long> totals(OrganizationId organizationId, PledgeList list, Instant now) {
        Map<String, Long> totals = new TreeMap<>();
        db.select(COMMITMENTS.CURRENCY, DSL.sum(COMMITMENTS.AMOUNT_MINOR))
                .from(COMMITMENTS)
                .where(COMMITMENTS.ORGANIZATION_ID.eq(organizationId), PLEDGES, is(list, now))
                .groupBy(COMMITMENTS.CURRENCY)
                .forEach(row -> totals.put(row.value1(), row.value2().longValueExact()));
        return totals;
    }

    /** What the evidence of a pledge needs to know. */
    record Pledged(
            CommitmentId commitmentId,
            SupporterId supporterId,
            Money amount,
            Instant promisedAt,
            Optional<MemberId> credited) {}

    /** Those of them that are pledges. */
    List<Pledged> pledged(OrganizationId organizationId, Collection<CommitmentId> promises) {
        if (promises.isEmpty()) return List.of();
        return db.select(
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.AMOUNT_MINOR,
                        COMMITMENTS.CURRENCY,
                        COMMITMENTS.PROMISED_AT,
                        COMMITMENTS.MEMBER_ID)
                .from(COMMITMENTS)
                .where(COMMITMENTS.ORGANIZATION_ID.eq(organizationId), COMMITMENTS.COMMITMENT_ID.in(promises), PLEDGES)
                .fetch(row -> new Pledged(
                        row.value1(),
                        row.value2(),
                        new Money(row.value3(), row.value4()),
                        row.value5(),
                        Optional.ofNullable(row.value6())));
    }

    /** The evidence of these pledges that counts now. */
    List<ActionId> evidence(OrganizationId organizationId, Collection<Pledged> pledges) {
        Condition theirs = DSL.or(pledges.stream()
                .map(one -> ACTIONS.ONCE_KEY.startsWith(Pledges.prefix(one.commitmentId())))
                .toList());
        return db.select(ACTIONS.ACTION_ID)
                .from(ACTIONS)
                .where(
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.TYPE.eq(ActionType.PLEDGED),
                        ACTIONS.VOIDED_AT.isNull(),
                        theirs)
                .fetch(ACTIONS.ACTION_ID);
    }
}
