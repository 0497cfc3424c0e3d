package org.rung.teams;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams of an organization. Who assigns work makes them; any other member knows those that they are in. */
@Service
public class Teams {
    private final TeamStore store;
    private final TeamMemberStore people;
    private final TeamMembers members;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Teams(
            TeamStore store,
            TeamMemberStore people,
            TeamMembers members,
            AuditLog auditLog,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.members = members;
        this.auditLog = auditLog;
        this.announce = announce;
        this.clock = clock;
    }

    /** @throws Problem.Conflict when another team has that name */
    @Transactional
    public TeamId make(Actor actor, TeamDraft draft) {
        actor.must(Permission.ASSIGN);
        var id = new TeamId(Id.next());
        if (!store.insert(id, actor, draft.name(), clock.instant())) {
            throw named(draft.name());
        }
        auditLog.add(actor, "team.made", "team", Optional.of(id.value()), draft.name());
        members.add(actor, id, draft.members(), false);
        members.add(actor, id, draft.leads(), true);
        return id;
    }

    /** @throws Problem.Conflict when another team has that name */
    @Transactional
    public void rename(Actor actor, TeamId teamId, String name) {
        actor.must(Permission.ASSIGN);
        Team before = get(actor, teamId);
        String wanted = TeamDraft.checked(name);
        if (before.name().equals(wanted)) return;
        if (!store.rename(actor.organization(), teamId, wanted)) {
            throw named(wanted);
        }
        auditLog.add(actor, "team.renamed", "team", Optional.of(teamId.value()), before.name() + " → " + wanted);
    }

    /** Nobody is asked for help through it any more, and its links lead into it no more; who was in it is remembered. */
    @Transactional
    public void archive(Actor actor, TeamId teamId) {
        actor.must(Permission.ASSIGN);
        get(actor, teamId);
        if (store.archive(actor.organization(), teamId, clock.instant())) {
            auditLog.add(actor, "team.archived", "team", Optional.of(teamId.value()), "");
            announce.publishEvent(new TeamChanged(actor.organization(), teamId));
        }
    }

    /** @throws Problem.Conflict when another team has its name by now */
    @Transactional
    public void restore(Actor actor, TeamId teamId) {
        actor.must(Permission.ASSIGN);
        Team team = get(actor, teamId);
        if (!team.archived()) return;
        if (!store.restore(actor.organization(), teamId)) {
            throw named(team.name());
        }
        auditLog.add(actor, "team.restored", "team", Optional.of(teamId.value()), "");
        announce.publishEvent(new TeamChanged(actor.organization(), teamId));
    }

    private static Problem.Conflict named(String name) {
        return new Problem.Conflict("problem.team-name", name);
    }

    /** @throws Problem.Missing also to whoever is not in it, unless they assign work */
    @Transactional(readOnly = true)
    public Team get(Actor actor, TeamId teamId) {
        return store.find(actor.organization(), teamId)
                .filter(team -> actor.may(Permission.ASSIGN)
                        || !team.archived()
                                && actor.member()
                                        .filter(me -> people.has(teamId, me))
                                        .isPresent())
                .orElseThrow(() -> new Problem.Missing("team", teamId));
    }

    /** By name: all that are not archived, or those that are; to whoever does not assign work, those that they are in. */
    @Transactional(readOnly = true)
    public Page<TeamRow> page(Actor actor, boolean archived, Page.Wanted wanted) {
        var mine = actor.may(Permission.ASSIGN) ? Optional.<MemberId>empty() : actor.member();
        if (!actor.may(Permission.ASSIGN) && (archived || mine.isEmpty())) {
            return new Page<>(List.of(), Optional.empty());
        }
        var after = wanted.after()
                .map(text -> store.find(actor.organization(), new TeamId(Id.parse("after", text)))
                        .orElseThrow(() -> new Problem.Invalid("after", "problem.not-a-page")));
        var found = store.page(actor.organization(), archived, mine, after, wanted.size() + 1);
        boolean more = found.size() > wanted.size();
        var shown = more ? found.subList(0, wanted.size()) : found;
        return new Page<>(
                people.rows(shown), more ? Optional.of(shown.getLast().teamId().text()) : Optional.empty());
    }
}
