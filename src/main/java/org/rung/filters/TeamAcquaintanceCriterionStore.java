package org.rung.filters;

import static org.rung.db.Tables.RELATIONSHIPS;
import static org.rung.db.Tables.TEAMS;
import static org.rung.db.Tables.TEAM_MEMBERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.teams.TeamId;
import org.springframework.stereotype.Repository;

/** Is known by somebody who is in one of these teams now. */
@Repository
class TeamAcquaintanceCriterionStore implements Criterion {
    private final DSLContext db;

    TeamAcquaintanceCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "known_by_team";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var teams = line.values().stream()
                .map(id -> new TeamId(Id.parse("filter", id)))
                .distinct()
                .toList();
        var here = db.fetchCount(
                TEAMS,
                TEAMS.ORGANIZATION_ID
                        .eq(organizationId)
                        .and(TEAMS.TEAM_ID.in(teams))
                        .and(TEAMS.ARCHIVED_AT.isNull()));
        if (here < teams.size()) throw new Problem.Invalid("filter", "problem.filter-team");
        return AcquaintanceCriterionStore.knownBy(
                db,
                organizationId,
                Closeness.read(line.key()),
                RELATIONSHIPS.KNOWER_MEMBER_ID.in(db.select(TEAM_MEMBERS.MEMBER_ID)
                        .from(TEAM_MEMBERS)
                        .where(TEAM_MEMBERS.ORGANIZATION_ID.eq(organizationId), TEAM_MEMBERS.TEAM_ID.in(teams))));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.select(TEAMS.TEAM_ID, TEAMS.NAME)
                .from(TEAMS)
                .where(TEAMS.ORGANIZATION_ID.eq(organizationId), TEAMS.ARCHIVED_AT.isNull())
                .orderBy(TEAMS.NAME)
                .limit(200)
                .fetch(row -> new Choice("", row.value1().text(), row.value2()));
    }
}
