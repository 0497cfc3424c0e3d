package org.rung.texting;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.teams.TeamId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conversations that their texter laid into an organizer's hands. They stay their texter's to read; what is said in them
 * reaches whoever helps: anyone that sees all conversations, or, where it was laid into a team's hands, a lead of that
 * team. Why, and what came of it, the room above keeps.
 */
@Service
public class Helping {

    private final HelpingStore store;
    private final ConversationStore conversations;
    private final ConversationRowStore rows;
    private final Holding holding;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Helping(
            HelpingStore store,
            ConversationStore conversations,
            ConversationRowStore rows,
            Holding holding,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.rows = rows;
        this.holding = holding;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * @param team whose leads reach it until it ends, beside whoever sees all conversations
     * @throws Problem.Conflict when it is with an organizer already, is closed, or has had no first text
     */
    @Transactional
    public void begin(Actor actor, ConversationId conversationId, Optional<TeamId> team) {
        Conversation conversation = holding.toAct(actor, conversationId);
        if (actor.member().filter(conversation::heldBy).isEmpty()) {
            throw new Problem.Refused("problem.help-holders");
        }
        conversations.lock(actor.organization(), conversationId);
        if (!store.begin(conversationId, team, clock.instant())) {
            throw switch (conversation.state()) {
                case CLOSED -> new Problem.Conflict("problem.closed");
                case NEEDS_FIRST_TEXT -> new Problem.Conflict("problem.first-first");
                case AWAITING_REPLY, NEEDS_RESPONSE -> new Problem.Conflict("problem.help-asked");
            };
        }
        changed(actor, conversation);
    }

    /** Whoever takes it may act in it, also a coordinator, or a lead of the team that has it. */
    @Transactional
    public void take(Actor.Member actor, ConversationId conversationId) {
        Conversation conversation = holding.toRead(actor, conversationId);
        if (!holding.mayHelp(actor, conversation)) actor.must(Permission.SEE_CONVERSATIONS);
        if (!store.taken(conversationId, actor.memberId())) {
            throw new Problem.Conflict("problem.help-settled");
        }
        changed(actor, conversation);
    }

    /** Nobody has taken it any more: whoever did may not see it now. */
    @Transactional
    public void release(Actor.System actor, ConversationId conversationId) {
        Conversation conversation = holding.toRead(actor, conversationId);
        store.released(conversationId);
        changed(actor, conversation);
    }

    /** The team that has it helps nobody any more: it is with the organizers. */
    @Transactional
    public void leaveTeam(Actor.System actor, ConversationId conversationId) {
        Conversation conversation = holding.toRead(actor, conversationId);
        store.withoutTeam(conversationId);
        changed(actor, conversation);
    }

    /** To its texter, who finds it on top of what waits for them. */
    @Transactional
    public void back(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        conversations.lock(actor.organization(), conversationId);
        if (!store.end(conversationId)) {
            throw new Problem.Conflict("problem.help-settled");
        }
        store.back(conversationId, clock.instant());
        changed(actor, conversation);
    }

    /** As it was: its texter needs no help any more, or there is nothing left to do. */
    @Transactional
    public void end(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toRead(actor, conversationId);
        store.end(conversationId);
        changed(actor, conversation);
    }

    /** Its texter has read what came back with it; nothing waits where the organizer has answered. */
    @Transactional
    public void seen(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        store.seen(conversationId);
        changed(actor, conversation);
    }

    /** Whose conversations these are, with surnames as initials and without the latest texts. */
    @Transactional(readOnly = true)
    public Map<ConversationId, ConversationRow> whose(OrganizationId organizationId, Collection<ConversationId> which) {
        return rows.whose(organizationId, which);
    }

    void overtaken(Actor actor, Conversation conversation, HelpOvertaken.By by) {
        if (conversation.helpSince().isPresent() && store.end(conversation.conversationId())) {
            announce.publishEvent(
                    new HelpOvertaken(actor.organization(), conversation.conversationId(), by, actor.member()));
        }
    }

    private void changed(Actor actor, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }
}
