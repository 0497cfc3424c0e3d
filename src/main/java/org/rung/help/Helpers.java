package org.rung.help;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.teams.TeamChanged;
import org.rung.teams.TeamId;
import org.rung.teams.TeamMembers;
import org.rung.texting.Helping;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may help with what, and for whom how much waits: whoever sees all conversations, and the leads of teams. */
@Service
public class Helpers {
    private static final int MOST_OF_A_TEAM = 1_000;

    private final HelpStore store;
    private final Helping helping;
    private final Members members;
    private final TeamMembers teams;
    private final ApplicationEventPublisher announce;

    Helpers(HelpStore store, Helping helping, Members members, TeamMembers teams, ApplicationEventPublisher announce) {
        this.store = store;
        this.helping = helping;
        this.members = members;
        this.teams = teams;
        this.announce = announce;
    }

    /** Whether anything may be asked of them at all. */
    @Transactional(readOnly = true)
    public boolean mayHelp(Actor.Member actor) {
        return actor.may(Permission.SEE_CONVERSATIONS) || !led(actor).isEmpty();
    }

    /** Whether this one may be looked after by them. */
    @Transactional(readOnly = true)
    public boolean mayHelp(Actor.Member actor, HelpRequest request) {
        return actor.may(Permission.SEE_CONVERSATIONS)
                || request.to().team().filter(led(actor)::contains).isPresent();
    }

    Set<TeamId> led(Actor actor) {
        return actor.member()
                .map(me -> teams.ledBy(actor.organization(), Set.of(me)).getOrDefault(me, Set.of()))
                .orElse(Set.of());
    }

    /** How many wait for each of these members; by a query for all of them, and one for the teams that they lead. */
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> waiting(OrganizationId here, Collection<Actor.Member> members) {
        if (members.isEmpty()) return Map.of();
        List<HelpCall> calls = store.calls(here);
        return helpers(here, calls, members).stream().collect(Collectors.toMap(Helper::memberId, helper ->
                (int) calls.stream().filter(call -> call.waitsFor(helper)).count()));
    }

    private List<Helper> helpers(OrganizationId here, List<HelpCall> calls, Collection<Actor.Member> members) {
        var led = calls.isEmpty()
                ? Map.<MemberId, Set<TeamId>>of()
                : teams.ledBy(here, members.stream().map(Actor.Member::memberId).toList());
        return members.stream()
                .distinct()
                .map(each -> new Helper(
                        each.memberId(),
                        each.may(Permission.SEE_CONVERSATIONS),
                        led.getOrDefault(each.memberId(), Set.of())))
                .toList();
    }

    /** Whom nobody has helped yet, in every organization: for jobs. */
    @Transactional(readOnly = true)
    public List<HelpCall> untaken() {
        return store.untaken();
    }

    /** Which of these wait for each of these members; nobody for whom none does. */
    @Transactional(readOnly = true)
    public Map<MemberId, List<HelpCall>> among(List<HelpCall> calls, Collection<Actor.Member> members) {
        Map<MemberId, List<HelpCall>> theirs = new HashMap<>();
        var here = calls.stream().collect(Collectors.groupingBy(HelpCall::organizationId));
        members.stream()
                .collect(Collectors.groupingBy(Actor.Member::organization))
                .forEach((organization, all) -> {
                    var open = here.getOrDefault(organization, List.of());
                    helpers(organization, open, all).forEach(helper -> {
                        var mine = open.stream()
                                .filter(call -> call.waitsFor(helper))
                                .toList();
                        if (!mine.isEmpty()) theirs.put(helper.memberId(), mine);
                    });
                });
        return theirs;
    }

    /**
     * A team has other leads, or is archived: what a former lead had taken is to be taken anew, and what nobody leads any
     * more is asked of the organizers.
     */
    @EventListener
    void teamChanged(TeamChanged change) {
        OrganizationId here = change.organizationId();
        var system = new Actor.System(here);
        boolean led = teams.hasLead(here, change.teamId());
        for (HelpRequest request : store.openOf(here, Set.of(change.teamId()), Optional.empty(), MOST_OF_A_TEAM)) {
            boolean lost = request.takenBy()
                    .filter(taker -> !members.get(system, taker).roles().may(Permission.SEE_CONVERSATIONS)
                            && !teams.leads(here, taker, change.teamId()))
                    .isPresent();
            if (lost) {
                store.release(request);
                helping.release(system, request.conversationId());
            }
            if (!led) {
                store.toAnyone(request);
                helping.leaveTeam(system, request.conversationId());
            }
        }
        announce.publishEvent(new HelpChanged(here));
    }
}
