package org.rung.impact;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.IMPACT_CHOICES;
import static org.rung.db.Tables.IMPACT_SETTINGS;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class LeaderStore {
    /** A promise kept weighs more than someone who came, and that more than a promise made; no text weighs anything. */
    private static final String TOP = """
            select m.member_id, n.name, sum(kept) kept, sum(came) came, sum(promised) promised from (
              select member_id, count(*) kept, 0 came, 0 promised from commitments
              where organization_id = {0} and state = 'KEPT' and settled_at >= {1} and member_id is not null
              group by member_id
              union all
              select member_id, 0, count(distinct supporter_id), 0 from actions
              where organization_id = {0} and type = 'ATTENDED' and happened_at >= {1} and voided_at is null
                and member_id is not null
              group by member_id
              union all
              select member_id, 0, 0, count(*) from commitments
              where organization_id = {0} and promised_at >= {1} and state <> 'RELEASED' and member_id is not null
              group by member_id
            ) done
            join members m on m.member_id = done.member_id and m.suspended_at is null
            join accounts n on n.account_id = m.account_id
            left join impact_choices h on h.member_id = m.member_id and h.hidden
            where h.member_id is null
            group by m.member_id, n.name
            order by 5 * sum(kept) + 3 * sum(came) + sum(promised) desc, n.name, m.member_id
            limit {2}
            """;

    private final DSLContext db;

    LeaderStore(DSLContext db) {
        this.db = db;
    }

    boolean on(OrganizationId organization) {
        return db.select(IMPACT_SETTINGS.LEADERBOARD)
                .from(IMPACT_SETTINGS)
                .where(IMPACT_SETTINGS.ORGANIZATION_ID.eq(organization))
                .fetchOptional(IMPACT_SETTINGS.LEADERBOARD)
                .orElse(false);
    }

    void turn(OrganizationId organization, boolean on) {
        db.execute(
                "insert into impact_settings (organization_id, leaderboard) values ({0}, {1})"
                        + " on duplicate key update leaderboard = values(leaderboard)",
                val(organization, IMPACT_SETTINGS.ORGANIZATION_ID), val(on, IMPACT_SETTINGS.LEADERBOARD));
    }

    boolean hidden(OrganizationId organization, MemberId member) {
        return db.select(IMPACT_CHOICES.HIDDEN)
                .from(IMPACT_CHOICES)
                .where(IMPACT_CHOICES.ORGANIZATION_ID.eq(organization), IMPACT_CHOICES.MEMBER_ID.eq(member))
                .fetchOptional(IMPACT_CHOICES.HIDDEN)
                .orElse(false);
    }

    void hide(OrganizationId organization, MemberId member, boolean hidden) {
        db.execute(
                "insert into impact_choices (member_id, organization_id, hidden) values ({0}, {1}, {2})"
                        + " on duplicate key update hidden = values(hidden)",
                val(member, IMPACT_CHOICES.MEMBER_ID),
                val(organization, IMPACT_CHOICES.ORGANIZATION_ID),
                val(hidden, IMPACT_CHOICES.HIDDEN));
    }

    List<Leader> top(OrganizationId organization, Instant since, int atMost) {
        return db.resultQuery(
                        TOP,
                        val(organization, ACTIONS.ORGANIZATION_ID),
                        val(since, ACTIONS.HAPPENED_AT),
                        inline(atMost))
                .fetch(row -> new Leader(
                        new MemberId(row.get("member_id", Long.class)),
                        row.get("name", String.class),
                        row.get("kept", Integer.class),
                        row.get("came", Integer.class),
                        row.get("promised", Integer.class)));
    }
}
