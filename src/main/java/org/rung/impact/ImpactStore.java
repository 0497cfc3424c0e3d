package org.rung.impact;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.LADDERS;
import static org.rung.db.Tables.MOVES;
import static org.rung.db.Tables.RUNGS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderKind;
import org.springframework.stereotype.Repository;

@Repository
class ImpactStore {
    /**
     * Each person counts once a week for each deed, however it is known: a promise that was kept by coming and the coming
     * itself are one. A promise that was taken back is none.
     */
    private static final String PEOPLE = """
            select deed, week, count(distinct supporter_id) people from (
              select case a.type when 'REPLIED' then 'CONVERSATION' when 'ATTENDED' then 'CAME' else a.type end deed,
                     w.week, a.supporter_id
              from weeks w join actions a on a.member_id = {0} and a.type in ('REPLIED', 'ATTENDED', 'HOSTED', 'GAVE')
               and a.happened_at >= w.begins_at and a.happened_at < w.ends_at
              where a.organization_id = {1} and a.voided_at is null
              union all
              select 'YES', w.week, a.supporter_id
              from weeks w join campaigns c on c.organization_id = {1}
              join actions a on a.member_id = {0} and a.type = c.goal and a.occasion_id = c.campaign_id
               and a.happened_at >= w.begins_at and a.happened_at < w.ends_at
              where a.organization_id = {1} and a.voided_at is null
              union all
              select 'YES', w.week, p.supporter_id
              from weeks w join commitments p on p.member_id = {0}
               and p.promised_at >= w.begins_at and p.promised_at < w.ends_at
              where p.organization_id = {1} and p.state <> 'RELEASED'
              union all
              select case k.family when 'HOST' then 'HOSTED' when 'GIVE' then 'GAVE' else 'CAME' end, w.week, k.supporter_id
              from weeks w join commitments k on k.member_id = {0} and k.state = 'KEPT'
               and k.family in ('COME', 'SHIFT', 'HOST', 'GIVE')
               and k.settled_at >= w.begins_at and k.settled_at < w.ends_at
              where k.organization_id = {1}
            ) done group by deed, week
            """;

    private final DSLContext db;

    ImpactStore(DSLContext db) {
        this.db = db;
    }

    /** Of each deed how many people in each of the weeks. */
    Map<Deed, List<Integer>> people(OrganizationId organization, MemberId member, Weeks weeks) {
        List<QueryPart> binds =
                new ArrayList<>(List.of(val(member, ACTIONS.MEMBER_ID), val(organization, ACTIONS.ORGANIZATION_ID)));
        StringBuilder rows = new StringBuilder();
        for (int week = 0; week < weeks.count(); week++) {
            rows.append(week == 0 ? "select " : " union all select ").append(week);
            rows.append(week == 0 ? " as week, " : ", ")
                    .append('{')
                    .append(binds.size())
                    .append('}');
            binds.add(val(weeks.begins(week), ACTIONS.HAPPENED_AT));
            rows.append(week == 0 ? " as begins_at, " : ", ")
                    .append('{')
                    .append(binds.size())
                    .append('}');
            binds.add(val(weeks.ends(week), ACTIONS.HAPPENED_AT));
            if (week == 0) rows.append(" as ends_at");
        }
        Map<Deed, List<Integer>> people = new EnumMap<>(Deed.class);
        Arrays.stream(Deed.values())
                .forEach(deed -> people.put(deed, new ArrayList<>(Collections.nCopies(weeks.count(), 0))));
        db.resultQuery("with weeks as (" + rows + ")\n" + PEOPLE, binds.toArray(QueryPart[]::new))
                .forEach(row -> Objects.requireNonNull(people.get(Deed.valueOf(row.get("deed", String.class))))
                        .set(row.get("week", Integer.class), row.get("people", Integer.class)));
        return people;
    }

    List<Rise> rises(OrganizationId organization, MemberId member, Instant since) {
        return db.select(LADDERS.KIND, RUNGS.POSITION, RUNGS.NAME, countDistinct(MOVES.SUPPORTER_ID))
                .from(MOVES)
                .join(LADDERS)
                .on(LADDERS.LADDER_ID.eq(MOVES.LADDER_ID))
                .join(RUNGS)
                .on(RUNGS.LADDER_ID.eq(MOVES.LADDER_ID))
                .and(RUNGS.POSITION.eq(MOVES.TO_POSITION))
                .and(RUNGS.RETIRED_AT.isNull())
                .where(MOVES.ORGANIZATION_ID.eq(organization))
                .and(MOVES.MEMBER_ID.eq(member))
                .and(MOVES.HAPPENED_AT.ge(since))
                .and(MOVES.TO_POSITION.gt(MOVES.FROM_POSITION))
                .and(MOVES.VOIDED_AT.isNull())
                .groupBy(LADDERS.KIND, RUNGS.POSITION, RUNGS.NAME)
                .orderBy(LADDERS.KIND, RUNGS.POSITION)
                .fetch(row -> new Rise(row.value1() == LadderKind.GIVING, row.value2(), row.value3(), row.value4()));
    }
}
