package org.rung.texting;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conversations with supporters. A texter reaches only those they hold, and for ten minutes what was just closed; SEE_CONVERSATIONS reads and REPLY_TO_ANYONE acts
 * in all of the organization; any other is Missing. What an actor is refused, or lost a race for, is a Problem with
 * the next step in words.
 */
@Service
public class Conversations {

    private final ConversationStore store;
    private final ConversationRowStore rows;
    private final Holding holding;
    private final Helping helping;
    private final Members members;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Conversations(
            ConversationStore store,
            ConversationRowStore rows,
            Holding holding,
            Helping helping,
            Members members,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.holding = holding;
        this.helping = helping;
        this.members = members;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Conversation get(Actor actor, ConversationId conversationId) {
        return holding.toRead(actor, conversationId);
    }

    /**
     * For rooms above: the conversation, where the actor may act in it now.
     *
     * @throws Problem.Conflict to its texter while it is with an organizer
     */
    @Transactional(readOnly = true)
    public Conversation toAct(Actor actor, ConversationId conversationId) {
        return holding.toAct(actor, conversationId);
    }

    /** Those that wait come longest-waiting first, one's own unread before that, others newest first. Without SEE_CONVERSATIONS only one's own, open or just closed. */
    @Transactional(readOnly = true)
    public Page<ConversationRow> page(Actor actor, ConversationFilter filter, Page.Wanted wanted) {
        if (actor.may(Permission.SEE_CONVERSATIONS)) {
            return rows.page(actor.organization(), filter, wanted, Optional.empty());
        }
        actor.must(Permission.TEXT);
        MemberId me = actor.member().orElseThrow(() -> new Problem.Refused("problem.members-hold"));
        return rows.page(
                actor.organization(),
                new ConversationFilter(
                        filter.campaign(), Optional.of(me), filter.state(), ConversationFilter.Among.ALL),
                wanted,
                Optional.of(clock.instant().minus(Holding.LOOK_BACK)));
    }

    /** Whose these are, without the latest texts: of those that one holds or may see. */
    @Transactional(readOnly = true)
    public Map<ConversationId, ConversationRow> whose(Actor actor, Collection<ConversationId> conversations) {
        boolean all = actor.may(Permission.SEE_CONVERSATIONS);
        return rows.whose(actor.organization(), conversations).entrySet().stream()
                .filter(row -> all
                        || row.getValue().texter().isPresent()
                                && row.getValue().texter().equals(actor.member()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many conversations of a campaign are in each state; every state is there. */
    @Transactional(readOnly = true)
    public Map<ConversationState, Integer> counts(Actor actor, CampaignId campaignId) {
        actor.must(Permission.SEE_CONVERSATIONS);
        return store.counts(actor.organization(), campaignId);
    }

    /** Whether a first text that could not be sent may yet be: nobody sent it, closed it or took it. */
    @Transactional(readOnly = true)
    public boolean stillToText(Actor actor, ConversationId conversationId) {
        return store.find(actor.organization(), conversationId)
                .filter(found -> found.state() == ConversationState.NEEDS_FIRST_TEXT && holding.maySend(actor, found))
                .isPresent();
    }

    /** Whether what is being written can still be sent, though the conversation has gone back to everyone. */
    @Transactional(readOnly = true)
    public boolean mayAnswerLate(Actor actor, ConversationId conversationId) {
        return store.find(actor.organization(), conversationId)
                .filter(found -> !found.closed() && found.texter().isEmpty() && holding.maySend(actor, found))
                .isPresent();
    }

    /** The whole number; needs SEE_NUMBERS, and every look is written down. */
    @Transactional
    public PhoneNumber reveal(Actor actor, ConversationId conversationId) {
        actor.must(Permission.SEE_NUMBERS);
        Conversation conversation = holding.toRead(actor, conversationId);
        audit.add(
                actor,
                "number.revealed",
                "conversation",
                Optional.of(conversationId.value()),
                "supporter " + conversation.supporter().text());
        return conversation.phone();
    }

    /** Gives a conversation to a member, who holds it until it closes: from the inbox, or from another texter. */
    @Transactional
    public void give(Actor actor, ConversationId conversationId, MemberId texter) {
        Conversation conversation = holding.toAct(actor, conversationId);
        if (!actor.member().filter(texter::equals).isPresent()) {
            actor.must(Permission.ASSIGN);
        }
        Member member = members.get(actor, texter);
        if (member.suspendedAt().isPresent()) {
            throw new Problem.Invalid("texter", "problem.texter-suspended");
        }
        if (!member.roles().may(Permission.TEXT)) {
            throw new Problem.Invalid("texter", "problem.texter-may-not");
        }
        helping.overtaken(actor, conversation, HelpOvertaken.By.GIVEN);
        store.give(actor.organization(), conversationId, texter);
        changed(actor, conversation);
        announce.publishEvent(
                new ConversationChanged(actor.organization(), Optional.of(conversationId), Optional.of(texter)));
    }

    private void changed(Actor actor, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }
}
