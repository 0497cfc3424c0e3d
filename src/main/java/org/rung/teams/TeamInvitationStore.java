package org.rung.teams;

import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.TEAMS;
import static org.rung.db.Tables.TEAM_INVITATIONS;

import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.accounts.InvitationId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Which invitations lead into which team. */
@Repository
class TeamInvitationStore {
    private final DSLContext db;

    TeamInvitationStore(DSLContext db) {
        this.db = db;
    }

    void insert(OrganizationId here, InvitationId invitation, TeamId teamId) {
        db.insertInto(TEAM_INVITATIONS)
                .set(TEAM_INVITATIONS.INVITATION_ID, invitation)
                .set(TEAM_INVITATIONS.TEAM_ID, teamId)
                .set(TEAM_INVITATIONS.ORGANIZATION_ID, here)
                .execute();
    }

    Set<InvitationId> into(OrganizationId here, TeamId teamId) {
        return db.select(TEAM_INVITATIONS.INVITATION_ID)
                .from(TEAM_INVITATIONS)
                .where(TEAM_INVITATIONS.TEAM_ID.eq(teamId))
                .and(TEAM_INVITATIONS.ORGANIZATION_ID.eq(here))
                .fetchSet(TEAM_INVITATIONS.INVITATION_ID);
    }

    /** The team into which the invitation led that this member took, unless it is archived. */
    Optional<TeamId> teamOf(OrganizationId here, MemberId member) {
        return db.select(TEAM_INVITATIONS.TEAM_ID)
                .from(MEMBERS)
                .join(TEAM_INVITATIONS)
                .on(TEAM_INVITATIONS.INVITATION_ID.eq(MEMBERS.INVITATION_ID))
                .join(TEAMS)
                .on(TEAMS.TEAM_ID.eq(TEAM_INVITATIONS.TEAM_ID))
                .where(MEMBERS.MEMBER_ID.eq(member))
                .and(MEMBERS.ORGANIZATION_ID.eq(here))
                .and(TEAMS.ARCHIVED_AT.isNull())
                .fetchOptional(TEAM_INVITATIONS.TEAM_ID);
    }

    /** The team into which it leads, unless that is archived. */
    Optional<TeamId> teamOf(OrganizationId here, InvitationId invitation) {
        return db.select(TEAM_INVITATIONS.TEAM_ID)
                .from(TEAM_INVITATIONS)
                .join(TEAMS)
                .on(TEAMS.TEAM_ID.eq(TEAM_INVITATIONS.TEAM_ID))
                .where(TEAM_INVITATIONS.INVITATION_ID.eq(invitation))
                .and(TEAM_INVITATIONS.ORGANIZATION_ID.eq(here))
                .and(TEAMS.ARCHIVED_AT.isNull())
                .fetchOptional(TEAM_INVITATIONS.TEAM_ID);
    }
}
