package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.teams.TeamMembers;
import org.springframework.stereotype.Component;

/**
 * Rule 8: a texter reaches only open conversations that they hold, and what was just closed for a short while; others
 * need a permission, or lead the team into whose hands one was laid, as long as it is there: they read it, and act in it
 * once they have taken it. What one may not reach does not exist for them. Whoever held one last may still send in it while
 * nobody has taken it, and nothing else.
 */
@Component
class Holding {

    /** What was closed by mistake a moment ago can be looked at and opened again. */
    static final Duration LOOK_BACK = Duration.ofMinutes(10);

    private final ConversationStore conversations;
    private final SendStore sends;
    private final TeamMembers teams;
    private final Clock clock;

    Holding(ConversationStore conversations, SendStore sends, TeamMembers teams, Clock clock) {
        this.conversations = conversations;
        this.sends = sends;
        this.teams = teams;
        this.clock = clock;
    }

    Conversation toRead(Actor actor, ConversationId conversationId) {
        return found(actor, conversationId, one -> reads(actor, one));
    }

    /** @throws Problem.Conflict to its texter while it is with an organizer */
    Conversation toAct(Actor actor, ConversationId conversationId) {
        Conversation found = toKeep(actor, conversationId);
        if (found.helpSince().isPresent() && !actor.may(Permission.REPLY_TO_ANYONE) && !helps(actor, found)) {
            throw withOrganizer();
        }
        return found;
    }

    /** To keep words in or take one's own back, also while it is with an organizer. */
    Conversation toKeep(Actor actor, ConversationId conversationId) {
        return found(actor, conversationId, one -> reaches(actor, one, Permission.REPLY_TO_ANYONE));
    }

    static Problem.Conflict taken() {
        return new Problem.Conflict("problem.lease-over");
    }

    static Problem.Conflict withOrganizer() {
        return new Problem.Conflict("problem.with-organizer");
    }

    /** Whoever has taken what a texter asked help for acts in it as organizers do everywhere. */
    boolean helps(Actor actor, Conversation found) {
        return actor.member().filter(found::helpedBy).isPresent() && mayHelp(actor, found);
    }

    /** Whoever sees all conversations, and the leads of the team that has this one now. */
    boolean mayHelp(Actor actor, Conversation found) {
        return actor.may(Permission.SEE_CONVERSATIONS)
                || found.helpSince().isPresent()
                        && actor.member()
                                .flatMap(me ->
                                        found.helperTeam().filter(team -> teams.leads(actor.organization(), me, team)))
                                .isPresent();
    }

    /**
     * To act on, with all that a send needs to know.
     *
     * @throws Problem.Conflict to whoever held it until somebody else took it
     */
    Sendable toSend(Actor actor, ConversationId conversationId, String requestKey) {
        Sendable found = sends.sendable(actor.organization(), conversationId, actor.member(), requestKey)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        boolean holds = actor.member().filter(found::heldBy).isPresent();
        // Nothing of a closed one is shown here; whoever held it is told why nothing is sent.
        boolean helps = actor.member().filter(found::helpedBy).isPresent()
                && conversations
                        .find(actor.organization(), conversationId)
                        .filter(one -> helps(actor, one))
                        .isPresent();
        if (actor.may(Permission.REPLY_TO_ANYONE) || helps || (actor.may(Permission.TEXT) && holds)) {
            return found;
        }
        // Held until a moment ago: say so instead of denying that it exists, since the words are still on screen.
        var me = actor.member();
        if (me.isPresent() && conversations.heldOnce(actor.organization(), conversationId, me.get())) {
            throw taken();
        }
        throw new Problem.Missing("conversation", conversationId);
    }

    private Conversation found(Actor actor, ConversationId conversationId, Predicate<Conversation> reached) {
        Conversation found = conversations
                .find(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        if (reached.test(found)) {
            return found;
        }
        throw new Problem.Missing("conversation", conversationId);
    }

    /** A texter who holds one conversation of a number sees all that was ever exchanged with it. */
    boolean reaches(Actor actor, PhoneNumber phone) {
        return actor.may(Permission.SEE_CONVERSATIONS)
                || (actor.may(Permission.TEXT)
                        && conversations.with(actor.organization(), phone).stream()
                                .anyMatch(one -> reads(actor, one)));
    }

    private boolean reads(Actor actor, Conversation found) {
        return reaches(actor, found, Permission.SEE_CONVERSATIONS) || mayHelp(actor, found);
    }

    private boolean reaches(Actor actor, Conversation found, Permission otherwise) {
        return actor.may(otherwise)
                || helps(actor, found)
                || (actor.may(Permission.TEXT)
                        && actor.member().filter(found::heldBy).isPresent()
                        && (!found.closed() || justClosed(found)));
    }

    private boolean justClosed(Conversation found) {
        return found.closedAt()
                .filter(at -> at.isAfter(clock.instant().minus(LOOK_BACK)))
                .isPresent();
    }

    /** Or held it last, though it has gone back and nobody has taken it since. */
    boolean maySend(Actor actor, Conversation conversation) {
        return actor.member()
                .filter(me -> conversation.heldBy(me)
                        || (conversation.texter().isEmpty() && conversations.lapsed(conversation.conversationId(), me)))
                .isPresent();
    }
}
