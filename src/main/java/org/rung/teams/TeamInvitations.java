package org.rung.teams;

import java.util.List;
import org.rung.accounts.Invitation;
import org.rung.accounts.InvitationDraft;
import org.rung.accounts.InvitationId;
import org.rung.accounts.Invitations;
import org.rung.accounts.MemberJoined;
import org.rung.accounts.MemberReturned;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people join an organization and a team of it at once. */
@Service
public class TeamInvitations {
    private final Teams teams;
    private final TeamMembers members;
    private final TeamInvitationStore store;
    private final Invitations invitations;

    TeamInvitations(Teams teams, TeamMembers members, TeamInvitationStore store, Invitations invitations) {
        this.teams = teams;
        this.members = members;
        this.store = store;
        this.invitations = invitations;
    }

    /** As every invitation; @throws Problem.Conflict for an archived team */
    @Transactional
    public InvitationId make(Actor actor, TeamId teamId, InvitationDraft draft) {
        actor.must(Permission.ASSIGN);
        if (teams.get(actor, teamId).archived()) throw new Problem.Conflict("problem.team-archived");
        InvitationId id = invitations.make(actor, draft);
        store.insert(actor.organization(), id, teamId);
        return id;
    }

    /** Those into this team that can still be taken, newest first. */
    @Transactional(readOnly = true)
    public List<Invitation> open(Actor actor, TeamId teamId) {
        actor.must(Permission.ASSIGN);
        teams.get(actor, teamId);
        var into = store.into(actor.organization(), teamId);
        return invitations.open(actor).stream()
                .filter(one -> into.contains(one.invitationId()))
                .toList();
    }

    /** An archived team takes nobody in: they are members all the same. */
    @EventListener
    @Transactional
    void join(MemberJoined joined) {
        store.teamOf(joined.organizationId(), joined.memberId())
                .ifPresent(team -> members.joined(joined.organizationId(), team, joined.memberId()));
    }

    /** Whoever is in the organization already comes into the team by its link, too. */
    @EventListener
    @Transactional
    void join(MemberReturned returned) {
        store.teamOf(returned.organizationId(), returned.invitationId())
                .ifPresent(team -> members.joined(returned.organizationId(), team, returned.memberId()));
    }
}
