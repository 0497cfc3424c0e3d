package org.rung.confirmations;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.CONFIRMATIONS;
import static org.rung.db.Tables.LADDERS;
import static org.rung.db.Tables.RUNGS;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.database.Owned;
import org.rung.db.tables.Rungs;
import org.rung.ladder.LadderId;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** Who is proposed, as the last fold wrote it, and what was decided. */
@Repository
class ConfirmationStore implements Belongings {
    private static final String KIND = "confirmation";
    private static final Rungs ON = RUNGS.as("stands_on");

    private final DSLContext db;
    private final Owned<SupporterId> theirs = new Owned<>(CONFIRMATIONS.CONFIRMATION_ID, CONFIRMATIONS.SUPPORTER_ID);

    ConfirmationStore(DSLContext db) {
        this.db = db;
    }

    /** Who waits longest first. */
    List<Proposal> page(OrganizationId organization, Optional<Mark> after, int limit, Instant now) {
        return read(
                organization,
                after.map(mark -> STANDINGS
                                .PROPOSED_AT
                                .gt(mark.at())
                                .or(STANDINGS
                                        .PROPOSED_AT
                                        .eq(mark.at())
                                        .and(STANDINGS.SUPPORTER_ID.gt(mark.supporterId()))))
                        .orElse(DSL.noCondition()),
                limit,
                now);
    }

    Optional<Proposal> find(OrganizationId organization, LadderId ladder, SupporterId supporter, Instant now) {
        return read(organization, STANDINGS.LADDER_ID.eq(ladder).and(STANDINGS.SUPPORTER_ID.eq(supporter)), 1, now)
                .stream()
                .findFirst();
    }

    private List<Proposal> read(OrganizationId organization, Condition which, int limit, Instant now) {
        return db.select(
                        STANDINGS.LADDER_ID,
                        RUNGS.RUNG_ID,
                        STANDINGS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        RUNGS.POSITION,
                        RUNGS.NAME,
                        ON.NAME,
                        STANDINGS.PROPOSED_AT,
                        STANDINGS.PROPOSED_UNTIL_AT)
                .from(STANDINGS)
                .join(LADDERS)
                .on(LADDERS.LADDER_ID.eq(STANDINGS.LADDER_ID))
                .join(RUNGS)
                .on(
                        RUNGS.LADDER_ID.eq(STANDINGS.LADDER_ID),
                        RUNGS.POSITION.eq(STANDINGS.PROPOSED_POSITION),
                        RUNGS.RETIRED_AT.isNull(),
                        RUNGS.CONFIRMED.isTrue())
                .join(ON)
                .on(ON.LADDER_ID.eq(STANDINGS.LADDER_ID), ON.POSITION.eq(STANDINGS.POSITION), ON.RETIRED_AT.isNull())
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID))
                .where(
                        STANDINGS.ORGANIZATION_ID.eq(organization),
                        LADDERS.ORGANIZATION_ID.eq(organization),
                        STANDINGS.PROPOSED_POSITION.gt(STANDINGS.POSITION),
                        STANDINGS.PROPOSED_UNTIL_AT.gt(now),
                        which,
                        notExists(selectOne()
                                .from(CONFIRMATIONS)
                                .where(
                                        CONFIRMATIONS.SUPPORTER_ID.eq(STANDINGS.SUPPORTER_ID),
                                        CONFIRMATIONS.RUNG_ID.eq(RUNGS.RUNG_ID),
                                        CONFIRMATIONS.CONFIRMED.isFalse(),
                                        CONFIRMATIONS.EVIDENCE_AT.ge(STANDINGS.PROPOSED_AT))))
                .orderBy(STANDINGS.PROPOSED_AT, STANDINGS.SUPPORTER_ID)
                .limit(limit)
                .fetch(row -> new Proposal(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        (row.value4() + " " + row.value5()).strip(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        List.of()));
    }

    void add(Actor actor, Proposal proposal, boolean confirmed, String reason, Instant now) {
        db.insertInto(CONFIRMATIONS)
                .set(CONFIRMATIONS.CONFIRMATION_ID, Id.next())
                .set(CONFIRMATIONS.ORGANIZATION_ID, actor.organization())
                .set(CONFIRMATIONS.LADDER_ID, proposal.ladderId())
                .set(CONFIRMATIONS.RUNG_ID, proposal.rungId())
                .set(CONFIRMATIONS.SUPPORTER_ID, proposal.supporterId())
                .set(CONFIRMATIONS.CONFIRMED, confirmed)
                .set(CONFIRMATIONS.REASON, reason)
                .set(CONFIRMATIONS.EVIDENCE_AT, proposal.at())
                .set(CONFIRMATIONS.MEMBER_ID, actor.member().orElse(null))
                .set(CONFIRMATIONS.DECIDED_AT, now)
                .execute();
    }

    /** Where a page ended. */
    record Mark(Instant at, SupporterId supporterId) {}

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Set<String> tables() {
        return Set.of("confirmations");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = CONFIRMATIONS.ORGANIZATION_ID.eq(pair.organizationId());
        return HandedOver.all(KIND, theirs.handOver(db, here, pair.gone(), pair.kept()));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = CONFIRMATIONS.ORGANIZATION_ID.eq(pair.organizationId());
        theirs.give(db, here, estate.rows(KIND), pair.kept(), pair.gone());
    }
}
