package org.rung.teams;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.TEAMS;
import static org.rung.db.Tables.TEAM_MEMBERS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class TeamStore {
    private final DSLContext db;

    TeamStore(DSLContext db) {
        this.db = db;
    }

    /** False where another one has that name, by the unique key. */
    boolean insert(TeamId id, Actor actor, String name, Instant now) {
        return db.insertInto(TEAMS)
                        .set(TEAMS.TEAM_ID, id)
                        .set(TEAMS.ORGANIZATION_ID, actor.organization())
                        .set(TEAMS.NAME, name)
                        .set(TEAMS.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                        .set(TEAMS.CREATED_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    Optional<Team> find(OrganizationId here, TeamId teamId) {
        return db.selectFrom(TEAMS)
                .where(TEAMS.ORGANIZATION_ID.eq(here))
                .and(TEAMS.TEAM_ID.eq(teamId))
                .fetchOptional(TeamStore::team);
    }

    List<Team> page(OrganizationId here, boolean archived, Optional<MemberId> of, Optional<Team> after, int most) {
        return db.selectFrom(TEAMS)
                .where(TEAMS.ORGANIZATION_ID.eq(here))
                .and(archived ? TEAMS.ARCHIVED_AT.isNotNull() : TEAMS.ARCHIVED_AT.isNull())
                .and(of.map(member -> exists(selectOne()
                                .from(TEAM_MEMBERS)
                                .where(TEAM_MEMBERS.TEAM_ID.eq(TEAMS.TEAM_ID))
                                .and(TEAM_MEMBERS.MEMBER_ID.eq(member))))
                        .orElse(noCondition()))
                .and(after.map(last -> row(TEAMS.NAME, TEAMS.TEAM_ID).gt(last.name(), last.teamId()))
                        .orElse(noCondition()))
                .orderBy(TEAMS.NAME, TEAMS.TEAM_ID)
                .limit(most)
                .fetch(TeamStore::team);
    }

    Map<TeamId, String> names(OrganizationId here, Collection<TeamId> which) {
        return db.select(TEAMS.TEAM_ID, TEAMS.NAME)
                .from(TEAMS)
                .where(TEAMS.ORGANIZATION_ID.eq(here))
                .and(TEAMS.TEAM_ID.in(which))
                .fetchMap(TEAMS.TEAM_ID, TEAMS.NAME);
    }

    /** False where another one has that name. */
    boolean rename(OrganizationId here, TeamId teamId, String name) {
        try {
            db.update(TEAMS)
                    .set(TEAMS.NAME, name)
                    .where(TEAMS.ORGANIZATION_ID.eq(here))
                    .and(TEAMS.TEAM_ID.eq(teamId))
                    .execute();
            return true;
        } catch (DuplicateKeyException anothers) {
            return false;
        }
    }

    /** False when it was archived before. */
    boolean archive(OrganizationId here, TeamId teamId, Instant now) {
        return db.update(TEAMS)
                        .set(TEAMS.ARCHIVED_AT, now)
                        .where(TEAMS.ORGANIZATION_ID.eq(here))
                        .and(TEAMS.TEAM_ID.eq(teamId))
                        .and(TEAMS.ARCHIVED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False where another one has its name by now. */
    boolean restore(OrganizationId here, TeamId teamId) {
        try {
            db.update(TEAMS)
                    .setNull(TEAMS.ARCHIVED_AT)
                    .where(TEAMS.ORGANIZATION_ID.eq(here))
                    .and(TEAMS.TEAM_ID.eq(teamId))
                    .execute();
            return true;
        } catch (DuplicateKeyException anothers) {
            return false;
        }
    }

    static Team team(Record row) {
        return new Team(row.get(TEAMS.TEAM_ID), row.get(TEAMS.NAME), Optional.ofNullable(row.get(TEAMS.ARCHIVED_AT)));
    }
}
