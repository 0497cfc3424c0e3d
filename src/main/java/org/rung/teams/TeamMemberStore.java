package org.rung.teams;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.TEAMS;
import static org.rung.db.Tables.TEAM_MEMBERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Who is in which team. */
@Repository
class TeamMemberStore {
    private static final int MOST_TEAMS = 100;

    private final DSLContext db;

    TeamMemberStore(DSLContext db) {
        this.db = db;
    }

    void add(OrganizationId here, TeamId teamId, Collection<MemberId> members, boolean leads, Instant now) {
        // Plain SQL: jOOQ writes a row alias that MariaDB does not read.
        db.batch(members.stream()
                        .map(member -> db.query(
                                "insert into team_members (team_id, member_id, organization_id, leads, added_at)"
                                        + " values (?, ?, ?, ?, ?) on duplicate key update leads = values(leads)",
                                val(teamId, TEAM_MEMBERS.TEAM_ID),
                                val(member, TEAM_MEMBERS.MEMBER_ID),
                                val(here, TEAM_MEMBERS.ORGANIZATION_ID),
                                leads,
                                val(now, TEAM_MEMBERS.ADDED_AT)))
                        .toList())
                .execute();
    }

    boolean remove(OrganizationId here, TeamId teamId, MemberId member) {
        return db.deleteFrom(TEAM_MEMBERS)
                        .where(TEAM_MEMBERS.TEAM_ID.eq(teamId))
                        .and(TEAM_MEMBERS.MEMBER_ID.eq(member))
                        .and(TEAM_MEMBERS.ORGANIZATION_ID.eq(here))
                        .execute()
                == 1;
    }

    boolean has(TeamId teamId, MemberId member) {
        return db.fetchExists(TEAM_MEMBERS, TEAM_MEMBERS.TEAM_ID.eq(teamId).and(TEAM_MEMBERS.MEMBER_ID.eq(member)));
    }

    /** How many of them are this organization's. */
    int countOf(OrganizationId here, Collection<MemberId> members) {
        return db.fetchCount(MEMBERS, MEMBERS.ORGANIZATION_ID.eq(here).and(MEMBERS.MEMBER_ID.in(members)));
    }

    List<String> names(Collection<MemberId> members) {
        return db.select(ACCOUNTS.NAME)
                .from(MEMBERS)
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(MEMBERS.MEMBER_ID.in(members))
                .orderBy(ACCOUNTS.NAME)
                .fetch(ACCOUNTS.NAME);
    }

    List<TeamMember> of(TeamId teamId, int from, int most) {
        return db.select(TEAM_MEMBERS.MEMBER_ID, ACCOUNTS.NAME, TEAM_MEMBERS.LEADS, MEMBERS.SUSPENDED_AT)
                .from(TEAM_MEMBERS)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(TEAM_MEMBERS.MEMBER_ID))
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(TEAM_MEMBERS.TEAM_ID.eq(teamId))
                .orderBy(TEAM_MEMBERS.LEADS.desc(), ACCOUNTS.NAME, TEAM_MEMBERS.MEMBER_ID)
                .limit(from, most)
                .fetch(row -> new TeamMember(row.value1(), row.value2(), row.value3(), row.value4() != null));
    }

    Set<MemberId> ids(TeamId teamId, int most) {
        return new HashSet<>(db.select(TEAM_MEMBERS.MEMBER_ID)
                .from(TEAM_MEMBERS)
                .where(TEAM_MEMBERS.TEAM_ID.eq(teamId))
                .limit(most)
                .fetch(TEAM_MEMBERS.MEMBER_ID));
    }

    /** These teams with their sizes and leads, by two queries for all of them; in the order in which they came. */
    List<TeamRow> rows(List<Team> teams) {
        if (teams.isEmpty()) return List.of();
        var ids = teams.stream().map(Team::teamId).toList();
        Map<TeamId, Integer> sizes = db.select(TEAM_MEMBERS.TEAM_ID, count())
                .from(TEAM_MEMBERS)
                .where(TEAM_MEMBERS.TEAM_ID.in(ids))
                .groupBy(TEAM_MEMBERS.TEAM_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
        Map<TeamId, List<String>> leads = db.select(TEAM_MEMBERS.TEAM_ID, ACCOUNTS.NAME)
                .from(TEAM_MEMBERS)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(TEAM_MEMBERS.MEMBER_ID))
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(TEAM_MEMBERS.TEAM_ID.in(ids))
                .and(TEAM_MEMBERS.LEADS.isTrue())
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .orderBy(ACCOUNTS.NAME)
                .fetchGroups(TEAM_MEMBERS.TEAM_ID, ACCOUNTS.NAME);
        return teams.stream()
                .map(team -> new TeamRow(
                        team, sizes.getOrDefault(team.teamId(), 0), leads.getOrDefault(team.teamId(), List.of())))
                .toList();
    }

    /** Nobody who is suspended. */
    Map<MemberId, Set<TeamId>> ledBy(OrganizationId here, Collection<MemberId> members) {
        return db
                .select(TEAM_MEMBERS.MEMBER_ID, TEAM_MEMBERS.TEAM_ID)
                .from(TEAM_MEMBERS)
                .join(TEAMS)
                .on(TEAMS.TEAM_ID.eq(TEAM_MEMBERS.TEAM_ID))
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(TEAM_MEMBERS.MEMBER_ID))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .where(TEAM_MEMBERS.MEMBER_ID.in(members))
                .and(TEAM_MEMBERS.LEADS.isTrue())
                .and(TEAMS.ORGANIZATION_ID.eq(here))
                .and(TEAMS.ARCHIVED_AT.isNull())
                .fetchGroups(TEAM_MEMBERS.MEMBER_ID, TEAM_MEMBERS.TEAM_ID)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, led -> Set.copyOf(led.getValue())));
    }

    /** Also while they are suspended. */
    List<TeamId> namedLeadOf(OrganizationId here, MemberId member) {
        return db.select(TEAM_MEMBERS.TEAM_ID)
                .from(TEAM_MEMBERS)
                .where(TEAM_MEMBERS.MEMBER_ID.eq(member))
                .and(TEAM_MEMBERS.LEADS.isTrue())
                .and(TEAM_MEMBERS.ORGANIZATION_ID.eq(here))
                .fetch(TEAM_MEMBERS.TEAM_ID);
    }

    boolean inAny(OrganizationId here, MemberId member) {
        return db.fetchExists(selectOne()
                .from(TEAM_MEMBERS)
                .join(TEAMS)
                .on(TEAMS.TEAM_ID.eq(TEAM_MEMBERS.TEAM_ID))
                .where(TEAM_MEMBERS.MEMBER_ID.eq(member))
                .and(TEAMS.ORGANIZATION_ID.eq(here))
                .and(TEAMS.ARCHIVED_AT.isNull()));
    }

    /** Those of a member that somebody else leads. */
    List<Team> askable(OrganizationId here, MemberId member) {
        return db.select(TEAMS.fields())
                .from(TEAM_MEMBERS)
                .join(TEAMS)
                .on(TEAMS.TEAM_ID.eq(TEAM_MEMBERS.TEAM_ID))
                .where(TEAM_MEMBERS.MEMBER_ID.eq(member))
                .and(TEAMS.ORGANIZATION_ID.eq(here))
                .and(TEAMS.ARCHIVED_AT.isNull())
                .and(ledBySomebody(MEMBERS.MEMBER_ID.ne(member)))
                .orderBy(TEAMS.NAME)
                .limit(MOST_TEAMS)
                .fetch(TeamStore::team);
    }

    boolean hasLead(OrganizationId here, TeamId teamId) {
        return db.fetchExists(
                TEAMS,
                TEAMS.TEAM_ID
                        .eq(teamId)
                        .and(TEAMS.ORGANIZATION_ID.eq(here))
                        .and(TEAMS.ARCHIVED_AT.isNull())
                        .and(ledBySomebody(noCondition())));
    }

    private static Condition ledBySomebody(Condition who) {
        var lead = TEAM_MEMBERS.as("lead_of");
        return exists(selectOne()
                .from(lead)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(lead.MEMBER_ID))
                .where(lead.TEAM_ID.eq(TEAMS.TEAM_ID))
                .and(lead.LEADS.isTrue())
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .and(who));
    }
}
