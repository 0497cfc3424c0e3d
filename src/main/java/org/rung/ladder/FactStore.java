package org.rung.ladder;

import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.COMMITMENTS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.commitments.CommitmentState;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** The evidence of a standing, as rooms below keep it: actions that count, and promises that were kept. */
@Repository
class FactStore {
    private final DSLContext dsl;

    FactStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<SupporterId, List<Fact>> done(OrganizationId organizationId, Collection<SupporterId> supporters) {
        Map<SupporterId, List<Fact>> facts = new HashMap<>();
        dsl.select(
                        ACTIONS.SUPPORTER_ID,
                        ACTIONS.ACTION_ID,
                        ACTIONS.TYPE,
                        ACTIONS.QUANTITY,
                        ACTIONS.VERIFICATION,
                        ACTIONS.HAPPENED_AT,
                        ACTIONS.ACTOR_KIND,
                        ACTIONS.ACTOR_ID,
                        ACTIONS.MEMBER_ID)
                .from(ACTIONS)
                .where(
                        ACTIONS.SUPPORTER_ID.in(supporters),
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.VOIDED_AT.isNull())
                .forEach(row -> facts.computeIfAbsent(row.get(ACTIONS.SUPPORTER_ID), id -> new ArrayList<>())
                        .add(fact(row)));
        return facts;
    }

    private static Fact fact(Record row) {
        return new Fact.Done(
                row.get(ACTIONS.ACTION_ID),
                row.get(ACTIONS.TYPE),
                row.get(ACTIONS.QUANTITY),
                row.get(ACTIONS.VERIFICATION),
                row.get(ACTIONS.HAPPENED_AT),
                row.get(ACTIONS.ACTOR_KIND),
                Optional.ofNullable(row.get(ACTIONS.ACTOR_ID)),
                Optional.ofNullable(row.get(ACTIONS.MEMBER_ID)));
    }

    Map<SupporterId, List<Fact>> kept(OrganizationId organizationId, Collection<SupporterId> supporters) {
        Map<SupporterId, List<Fact>> kept = new HashMap<>();
        dsl.select(
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.FAMILY,
                        COMMITMENTS.SETTLED_AT,
                        COMMITMENTS.MEMBER_ID)
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.SUPPORTER_ID.in(supporters),
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS.STATE.eq(CommitmentState.KEPT),
                        COMMITMENTS.SETTLED_AT.isNotNull())
                .forEach(row -> kept.computeIfAbsent(row.get(COMMITMENTS.SUPPORTER_ID), id -> new ArrayList<>())
                        .add(new Fact.Kept(
                                row.get(COMMITMENTS.COMMITMENT_ID),
                                row.get(COMMITMENTS.FAMILY),
                                row.get(COMMITMENTS.SETTLED_AT),
                                Optional.ofNullable(row.get(COMMITMENTS.MEMBER_ID)))));
        return kept;
    }
}
