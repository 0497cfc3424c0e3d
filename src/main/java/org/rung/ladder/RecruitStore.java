package org.rung.ladder;

import static org.rung.db.Tables.ACTIONS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Who brought whom. */
@Repository
class RecruitStore {
    private final DSLContext dsl;

    RecruitStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Who says to have recruited whom, and which rises were already counted for it. */
    record Recruiting(
            ActionId actionId,
            ActionType type,
            SupporterId recruiter,
            SupporterId recruit,
            Instant at,
            boolean voided) {}

    List<Recruiting> recruiting(OrganizationId organizationId, Collection<SupporterId> recruits) {
        return dsl.select(
                        ACTIONS.ACTION_ID,
                        ACTIONS.TYPE,
                        ACTIONS.SUPPORTER_ID,
                        ACTIONS.OCCASION_ID,
                        ACTIONS.HAPPENED_AT,
                        ACTIONS.VOIDED_AT)
                // Most actions are of no occasion. Both servers take that for many rows of each, and of more than 200
                // people would rather read every action there is.
                .from(ACTIONS.forceIndex("actions_occasion"))
                .where(
                        ACTIONS.OCCASION_ID.in(
                                recruits.stream().map(SupporterId::value).toList()),
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.TYPE.in(ActionType.RECRUITED, ActionType.RECRUIT_ROSE))
                .fetch(row -> new Recruiting(
                        row.get(ACTIONS.ACTION_ID),
                        row.get(ACTIONS.TYPE),
                        row.get(ACTIONS.SUPPORTER_ID),
                        new SupporterId(row.get(ACTIONS.OCCASION_ID)),
                        row.get(ACTIONS.HAPPENED_AT),
                        row.get(ACTIONS.VOIDED_AT) != null));
    }
}
