package org.rung.teams;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.accounts.MemberSuspended;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which team, and who leads it. */
@Service
public class TeamMembers {
    private static final int MOST = 1_000;

    private final TeamStore teams;
    private final TeamMemberStore store;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    TeamMembers(
            TeamStore teams,
            TeamMemberStore store,
            AuditLog auditLog,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.teams = teams;
        this.store = store;
        this.auditLog = auditLog;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Into a team, as its leads or not; whoever is in it already leads it from now on, or no longer does.
     *
     * @throws Problem.Invalid for somebody of another organization, or more than 1,000 at once
     */
    @Transactional
    public void add(Actor actor, TeamId teamId, Set<MemberId> members, boolean lead) {
        Team team = mine(actor, teamId);
        if (members.isEmpty()) return;
        if (members.size() > MOST) throw new Problem.Invalid("members", "problem.from-to", 1, MOST);
        if (store.countOf(actor.organization(), members) < members.size()) {
            throw new Problem.Invalid("members", "problem.team-stranger");
        }
        store.add(actor.organization(), teamId, members, lead, clock.instant());
        String names = String.join(", ", store.names(members));
        if (lead) {
            auditLog.add(actor, "team.leads-set", "team", Optional.of(teamId.value()), said(team, names));
        } else {
            auditLog.add(actor, "team.members-added", "team", Optional.of(teamId.value()), said(team, names));
        }
        announce.publishEvent(new TeamChanged(actor.organization(), teamId));
    }

    /** By an invitation: nobody but whoever made that has put them there. */
    void joined(OrganizationId here, TeamId teamId, MemberId member) {
        if (store.has(teamId, member)) return;
        store.add(here, teamId, Set.of(member), false, clock.instant());
        announce.publishEvent(new TeamChanged(here, teamId));
    }

    /** Nothing where they are not in it. */
    @Transactional
    public void remove(Actor actor, TeamId teamId, MemberId member) {
        Team team = mine(actor, teamId);
        if (store.remove(actor.organization(), teamId, member)) {
            auditLog.add(
                    actor,
                    "team.member-removed",
                    "team",
                    Optional.of(teamId.value()),
                    said(team, String.join(", ", store.names(Set.of(member)))));
            announce.publishEvent(new TeamChanged(actor.organization(), teamId));
        }
    }

    private static String said(Team team, String names) {
        String words = team.name() + ": " + names;
        return words.length() <= 2_000 ? words : words.substring(0, 1_999) + "…";
    }

    private Team mine(Actor actor, TeamId teamId) {
        actor.must(Permission.ASSIGN);
        return teams.find(actor.organization(), teamId).orElseThrow(() -> new Problem.Missing("team", teamId));
    }

    /** Its leads first, then by name; from that place on. @throws Problem.Missing to whoever is not in it and assigns no work */
    @Transactional(readOnly = true)
    public List<TeamMember> of(Actor actor, TeamId teamId, int from, int most) {
        boolean mine = teams.find(actor.organization(), teamId).isPresent()
                && (actor.may(Permission.ASSIGN)
                        || actor.member().filter(me -> store.has(teamId, me)).isPresent());
        if (!mine) throw new Problem.Missing("team", teamId);
        return store.of(teamId, from, Math.min(MOST, most));
    }

    /** Everyone in it, for choosing who is not; at most 1,000. */
    @Transactional(readOnly = true)
    public Set<MemberId> ids(Actor actor, TeamId teamId) {
        mine(actor, teamId);
        return store.ids(teamId, MOST);
    }

    /** Whether they lead this team now; not once it is archived. */
    @Transactional(readOnly = true)
    public boolean leads(OrganizationId here, MemberId member, TeamId teamId) {
        return store.ledBy(here, Set.of(member)).getOrDefault(member, Set.of()).contains(teamId);
    }

    /** Which teams each of these members leads now; nobody who leads none. */
    @Transactional(readOnly = true)
    public Map<MemberId, Set<TeamId>> ledBy(OrganizationId here, Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : store.ledBy(here, members);
    }

    /** Whether they are in any team that is not archived. */
    @Transactional(readOnly = true)
    public boolean inAny(Actor.Member actor) {
        return store.inAny(actor.organization(), actor.memberId());
    }

    /** Their teams that somebody else leads who can be asked now, by name; at most 100. */
    @Transactional(readOnly = true)
    public List<Team> whoCanBeAsked(Actor.Member actor) {
        return store.askable(actor.organization(), actor.memberId());
    }

    /** Whether anybody leads it who could be asked now. */
    @Transactional(readOnly = true)
    public boolean hasLead(OrganizationId here, TeamId teamId) {
        return store.hasLead(here, teamId);
    }

    /** Also of archived ones. */
    @Transactional(readOnly = true)
    public Map<TeamId, String> names(OrganizationId here, Collection<TeamId> which) {
        return which.isEmpty() ? Map.of() : teams.names(here, which);
    }

    /** Who is suspended leads no more: whoever counts on them hears of it. */
    @EventListener
    void suspended(MemberSuspended gone) {
        store.namedLeadOf(gone.organizationId(), gone.memberId())
                .forEach(team -> announce.publishEvent(new TeamChanged(gone.organizationId(), team)));
    }
}
