package org.rung.help;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.teams.Team;
import org.rung.teams.TeamId;
import org.rung.teams.TeamMembers;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.rung.texting.HelpOvertaken;
import org.rung.texting.Helping;
import org.rung.texting.Outcomes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A texter lays a conversation into the hands of whoever sees all conversations, or of the leads of a team of theirs, with
 * the reason, and sees what came of it. Leads reach what their team was asked, as long as it is open, and nothing else. There is one open request a conversation; whoever loses a race is told in words.
 */
@Service
public class Help {
    private static final Duration LATELY = Duration.ofHours(24);
    private static final int SHOWN = 20;

    private final HelpStore store;
    private final Helping helping;
    private final Conversations conversations;
    private final Outcomes outcomes;
    private final Members members;
    private final TeamMembers teams;
    private final ApplicationEventPublisher announce;
    private final Helpers helpers;
    private final Clock clock;

    Help(
            HelpStore store,
            Helping helping,
            Conversations conversations,
            Outcomes outcomes,
            Members members,
            TeamMembers teams,
            Helpers helpers,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.helping = helping;
        this.conversations = conversations;
        this.outcomes = outcomes;
        this.members = members;
        this.teams = teams;
        this.helpers = helpers;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * The conversation is with an organizer from now on and leaves what waits for its texter.
     *
     * @throws Problem.Conflict when help was asked for already, or there is nothing to help with
     * @throws Problem.Invalid when whoever is named cannot help
     */
    @Transactional
    public HelpRequestId ask(Actor.Member actor, ConversationId conversationId, HelpDraft draft) {
        draft.to().member().ifPresent(who -> mustHelp(actor, who));
        draft.to().team().ifPresent(team -> mustHelp(actor, team));
        helping.begin(actor, conversationId, draft.to().team());
        var id = new HelpRequestId(Id.next());
        if (!store.insert(id, actor, conversationId, draft, clock.instant())) {
            throw new Problem.Conflict("problem.help-asked");
        }
        changed(actor.organization());
        return id;
    }

    private void mustHelp(Actor.Member actor, MemberId who) {
        Member member = members.get(actor, who);
        if (member.suspendedAt().isPresent() || !member.roles().may(Permission.SEE_CONVERSATIONS)) {
            throw new Problem.Invalid("to", "problem.cannot-help");
        }
        if (who.equals(actor.memberId())) {
            throw new Problem.Invalid("to", "problem.help-self");
        }
    }

    private void mustHelp(Actor.Member actor, TeamId team) {
        if (teams.whoCanBeAsked(actor).stream().noneMatch(one -> one.teamId().equals(team))) {
            throw new Problem.Invalid("to", "problem.team-cannot-help");
        }
    }

    /** The teams whose leads this texter may ask, by name. */
    @Transactional(readOnly = true)
    public List<Team> teams(Actor.Member actor) {
        return teams.whoCanBeAsked(actor);
    }

    /** Those nobody has settled, the oldest first; to leads, those of their teams. */
    @Transactional(readOnly = true)
    public Page<HelpRow> open(Actor actor, Page.Wanted wanted) {
        var after = wanted.after().map(text -> new HelpRequestId(Id.parse("cursor", text)));
        Set<TeamId> led = actor.may(Permission.SEE_CONVERSATIONS) ? Set.of() : helpers.led(actor);
        if (led.isEmpty()) actor.must(Permission.SEE_CONVERSATIONS);
        var found = led.isEmpty()
                ? store.open(actor.organization(), after, wanted.size() + 1)
                : store.openOf(actor.organization(), led, after, wanted.size() + 1);
        boolean more = found.size() > wanted.size();
        var page = more ? found.subList(0, wanted.size()) : found;
        return new Page<>(
                rows(actor.organization(), page),
                more ? Optional.of(page.getLast().helpRequestId().text()) : Optional.empty());
    }

    /** What this member asked and is not settled, or was within a day without coming back; at most 20. */
    @Transactional(readOnly = true)
    public List<HelpRow> asked(Actor.Member actor) {
        return rows(
                actor.organization(),
                store.askedBy(
                        actor.organization(), actor.memberId(), clock.instant().minus(LATELY), SHOWN));
    }

    /** The open request of a conversation that the actor may read, else the latest. */
    @Transactional(readOnly = true)
    public Optional<HelpRow> of(Actor actor, ConversationId conversationId) {
        conversations.get(actor, conversationId);
        OrganizationId here = actor.organization();
        var found = store.open(here, conversationId).or(() -> store.latest(here, conversationId));
        return rows(here, found.stream().toList()).stream().findFirst();
    }

    /**
     * Whoever takes it looks after it and says so.
     *
     * @param from who has it as the actor sees it; empty for nobody
     * @throws Problem.Conflict when somebody else was first
     */
    @Transactional
    public void take(Actor.Member actor, ConversationId conversationId, Optional<MemberId> from) {
        HelpRequest request = mustBeOpen(actor, conversationId);
        if (!helpers.mayHelp(actor, request)) actor.must(Permission.SEE_CONVERSATIONS);
        if (request.takenBy(actor.memberId())) {
            return;
        }
        if (!store.take(request, from, actor.memberId(), clock.instant())) {
            throw lost(actor, conversationId);
        }
        helping.take(actor, conversationId);
        changed(actor.organization());
    }

    /** To its texter, with words; @throws Problem.Conflict when somebody else has taken or settled it */
    @Transactional
    public void giveBack(Actor.Member actor, ConversationId conversationId, String words) {
        settle(actor, conversationId, HelpOutcome.BACK, HelpDraft.within("note", words));
        helping.back(actor, conversationId);
    }

    /** The helper holds the conversation from now on. */
    @Transactional
    public void keep(Actor.Member actor, ConversationId conversationId) {
        actor.must(Permission.TEXT);
        settle(actor, conversationId, HelpOutcome.KEPT, "");
        conversations.give(actor, conversationId, actor.memberId());
    }

    /** Nobody texts this person any more, and nothing of them reaches a texter. */
    @Transactional
    public void optOut(Actor.Member actor, ConversationId conversationId) {
        settle(actor, conversationId, HelpOutcome.OPTED_OUT, "");
        outcomes.optOut(actor, conversationId);
    }

    /** Nothing is left to do, where the conversation has closed by itself. */
    @Transactional
    public void done(Actor.Member actor, ConversationId conversationId) {
        settle(actor, conversationId, HelpOutcome.DONE, "");
        helping.end(actor, conversationId);
    }

    /** Whoever asked needs no help any more. @throws Problem.Conflict when somebody looks after it already */
    @Transactional
    public void withdraw(Actor.Member actor, ConversationId conversationId) {
        HelpRequest request = mustBeOpen(actor, conversationId);
        if (!request.askedBy().equals(actor.memberId())) {
            throw new Problem.Refused("problem.help-not-yours");
        }
        if (request.takenBy().isPresent()) {
            throw lost(actor, conversationId);
        }
        end(actor, request, HelpOutcome.WITHDRAWN, "");
        helping.end(actor, conversationId);
    }

    /** Some other screen ended it. */
    @EventListener
    void overtaken(HelpOvertaken over) {
        var outcome =
                switch (over.by()) {
                    case DONE -> HelpOutcome.DONE;
                    case OPTED_OUT -> HelpOutcome.OPTED_OUT;
                    case WRONG_NUMBER -> HelpOutcome.WRONG_NUMBER;
                    case GIVEN -> HelpOutcome.GIVEN;
                };
        store.open(over.organizationId(), over.conversationId()).ifPresent(request -> {
            store.settle(request, outcome, over.who(), "", clock.instant());
            changed(over.organizationId());
        });
    }

    private void settle(Actor.Member actor, ConversationId conversationId, HelpOutcome outcome, String words) {
        HelpRequest request = mustBeOpen(actor, conversationId);
        if (!helpers.mayHelp(actor, request)) actor.must(Permission.SEE_CONVERSATIONS);
        if (request.takenBy().filter(who -> !who.equals(actor.memberId())).isPresent()) {
            throw lost(actor, conversationId);
        }
        end(actor, request, outcome, words);
    }

    private void end(Actor.Member actor, HelpRequest request, HelpOutcome outcome, String words) {
        if (!store.settle(request, outcome, Optional.of(actor.memberId()), words, clock.instant())) {
            throw lost(actor, request.conversationId());
        }
        changed(actor.organization());
    }

    private HelpRequest mustBeOpen(Actor actor, ConversationId conversationId) {
        conversations.get(actor, conversationId);
        return store.open(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Conflict("problem.help-settled"));
    }

    private Problem lost(Actor actor, ConversationId conversationId) {
        return store.open(actor.organization(), conversationId)
                .flatMap(HelpRequest::takenBy)
                .map(who -> members.names(actor.organization(), Set.of(who)).get(who))
                .map(name -> new Problem.Conflict("problem.help-taken", name))
                .orElseGet(() -> new Problem.Conflict("problem.help-settled"));
    }

    private List<HelpRow> rows(OrganizationId here, List<HelpRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        var whose = helping.whose(
                here, requests.stream().map(HelpRequest::conversationId).collect(Collectors.toSet()));
        var names = members.names(
                here,
                requests.stream()
                        .flatMap(one -> Stream.of(
                                        Optional.of(one.askedBy()), one.to().member(), one.takenBy(), one.settledBy())
                                .flatMap(Optional::stream))
                        .collect(Collectors.toSet()));
        var teamNames = teams.names(
                here, requests.stream().flatMap(one -> one.to().team().stream()).collect(Collectors.toSet()));
        return requests.stream()
                .flatMap(one -> Optional.ofNullable(whose.get(one.conversationId()))
                        .map(row -> HelpRow.of(one, row, names, teamNames))
                        .stream())
                .toList();
    }

    private void changed(OrganizationId here) {
        announce.publishEvent(new HelpChanged(here));
    }
}
