package org.rung.turf;

import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.TEAMS;
import static org.rung.db.Tables.TEAM_MEMBERS;
import static org.rung.db.Tables.TURFS;
import static org.rung.db.Tables.TURF_HOLDERS;
import static org.rung.db.Tables.TURF_HOLDING_TEAMS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.rung.teams.TeamId;
import org.springframework.stereotype.Repository;

@Repository
class HolderStore {
    private final DSLContext db;

    HolderStore(DSLContext db) {
        this.db = db;
    }

    void lock(OrganizationId organization, TurfId turf) {
        db.select(TURFS.TURF_ID)
                .from(TURFS)
                .where(TURFS.ORGANIZATION_ID.eq(organization), TURFS.TURF_ID.eq(turf))
                .forUpdate()
                .fetch();
    }

    boolean areHere(OrganizationId organization, Holders holders) {
        int members = db.fetchCount(
                MEMBERS,
                MEMBERS.ORGANIZATION_ID.eq(organization),
                MEMBERS.MEMBER_ID.in(holders.members()),
                MEMBERS.SUSPENDED_AT.isNull());
        int teams = db.fetchCount(
                TEAMS,
                TEAMS.ORGANIZATION_ID.eq(organization),
                TEAMS.TEAM_ID.in(holders.teams()),
                TEAMS.ARCHIVED_AT.isNull());
        return members == holders.members().size() && teams == holders.teams().size();
    }

    void replace(OrganizationId organization, TurfId turf, Holders holders, Instant now) {
        db.deleteFrom(TURF_HOLDERS)
                .where(TURF_HOLDERS.ORGANIZATION_ID.eq(organization), TURF_HOLDERS.TURF_ID.eq(turf))
                .execute();
        db.deleteFrom(TURF_HOLDING_TEAMS)
                .where(TURF_HOLDING_TEAMS.ORGANIZATION_ID.eq(organization), TURF_HOLDING_TEAMS.TURF_ID.eq(turf))
                .execute();
        var at = BulkInsert.literal(now);
        BulkInsert.all(
                db,
                "insert into turf_holders (turf_id, member_id, organization_id, given_at) values ",
                holders.members(),
                (row, member) -> row.number(turf.value())
                        .number(member.value())
                        .number(organization.value())
                        .same(at));
        BulkInsert.all(
                db,
                "insert into turf_holding_teams (turf_id, team_id, organization_id, given_at) values ",
                holders.teams(),
                (row, team) -> row.number(turf.value())
                        .number(team.value())
                        .number(organization.value())
                        .same(at));
    }

    Map<TurfId, Holders> of(OrganizationId organization, Collection<TurfId> which) {
        if (which.isEmpty()) return Map.of();
        var members = db.select(TURF_HOLDERS.TURF_ID, TURF_HOLDERS.MEMBER_ID)
                .from(TURF_HOLDERS)
                .where(TURF_HOLDERS.ORGANIZATION_ID.eq(organization), TURF_HOLDERS.TURF_ID.in(which))
                .fetchGroups(TURF_HOLDERS.TURF_ID, TURF_HOLDERS.MEMBER_ID);
        var teams = db.select(TURF_HOLDING_TEAMS.TURF_ID, TURF_HOLDING_TEAMS.TEAM_ID)
                .from(TURF_HOLDING_TEAMS)
                .where(TURF_HOLDING_TEAMS.ORGANIZATION_ID.eq(organization), TURF_HOLDING_TEAMS.TURF_ID.in(which))
                .fetchGroups(TURF_HOLDING_TEAMS.TURF_ID, TURF_HOLDING_TEAMS.TEAM_ID);
        var given = new HashSet<>(members.keySet());
        given.addAll(teams.keySet());
        var holders = new HashMap<TurfId, Holders>();
        for (var turf : given)
            holders.put(
                    turf,
                    new Holders(
                            Set.<MemberId>copyOf(members.getOrDefault(turf, List.of())),
                            Set.<TeamId>copyOf(teams.getOrDefault(turf, List.of()))));
        return holders;
    }

    List<Turf> mine(OrganizationId organization, MemberId member, int most) {
        return db.selectFrom(TURFS)
                .where(TURFS.ORGANIZATION_ID.eq(organization), TURFS.RETIRED_AT.isNull())
                .and(has(member))
                .orderBy(TURFS.NAME, TURFS.TURF_ID)
                .limit(most)
                .fetch(TurfStore::turf);
    }

    boolean hasAny(OrganizationId organization, MemberId member) {
        return db.fetchExists(
                TURFS,
                TURFS.ORGANIZATION_ID
                        .eq(organization)
                        .and(TURFS.RETIRED_AT.isNull())
                        .and(has(member)));
    }

    private Condition has(MemberId member) {
        return TURFS.OWNER_MEMBER_ID
                .eq(member)
                .or(TURFS.TURF_ID.in(
                        db.select(TURF_HOLDERS.TURF_ID).from(TURF_HOLDERS).where(TURF_HOLDERS.MEMBER_ID.eq(member))))
                .or(TURFS.TURF_ID.in(db.select(TURF_HOLDING_TEAMS.TURF_ID)
                        .from(TEAM_MEMBERS)
                        .join(TEAMS)
                        .on(TEAMS.TEAM_ID.eq(TEAM_MEMBERS.TEAM_ID))
                        .and(TEAMS.ARCHIVED_AT.isNull())
                        .join(TURF_HOLDING_TEAMS)
                        .on(TURF_HOLDING_TEAMS.TEAM_ID.eq(TEAM_MEMBERS.TEAM_ID))
                        .where(TEAM_MEMBERS.MEMBER_ID.eq(member))));
    }

    List<MemberId> members(OrganizationId organization, TurfId turf) {
        var named = db.select(TURF_HOLDERS.MEMBER_ID)
                .from(TURF_HOLDERS)
                .where(TURF_HOLDERS.ORGANIZATION_ID.eq(organization), TURF_HOLDERS.TURF_ID.eq(turf));
        var inTeams = db.select(TEAM_MEMBERS.MEMBER_ID)
                .from(TURF_HOLDING_TEAMS)
                .join(TEAMS)
                .on(TEAMS.TEAM_ID.eq(TURF_HOLDING_TEAMS.TEAM_ID))
                .and(TEAMS.ARCHIVED_AT.isNull())
                .join(TEAM_MEMBERS)
                .on(TEAM_MEMBERS.TEAM_ID.eq(TURF_HOLDING_TEAMS.TEAM_ID))
                .where(TURF_HOLDING_TEAMS.ORGANIZATION_ID.eq(organization), TURF_HOLDING_TEAMS.TURF_ID.eq(turf));
        return db.select(MEMBERS.MEMBER_ID)
                .from(MEMBERS)
                .where(MEMBERS.ORGANIZATION_ID.eq(organization), MEMBERS.SUSPENDED_AT.isNull())
                .and(DSL.or(MEMBERS.MEMBER_ID.in(named), MEMBERS.MEMBER_ID.in(inTeams)))
                .orderBy(MEMBERS.MEMBER_ID)
                .fetch(MEMBERS.MEMBER_ID);
    }
}
