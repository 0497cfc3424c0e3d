package org.rung.texting;

import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Component;

/**
 * Rule 8: a texter reaches only conversations that they hold, or whose lease has ended while nobody took them; others
 * need a permission. What one may not holding does not exist for them.
 */
@Component
class Holding {

    private final ConversationStore conversations;

    Holding(ConversationStore conversations) {
        this.conversations = conversations;
    }

    Conversation toRead(Actor actor, ConversationId conversationId) {
        return found(actor, conversationId, Permission.SEE_CONVERSATIONS);
    }

    Conversation toAct(Actor actor, ConversationId conversationId) {
        return found(actor, conversationId, Permission.REPLY_TO_ANYONE);
    }

    /** To act on, with all that a send needs to know. */
    ConversationStore.Sendable toSend(Actor actor, ConversationId conversationId) {
        ConversationStore.Sendable found = conversations
                .sendable(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        if (reaches(actor, found.conversation(), Permission.REPLY_TO_ANYONE)) {
            return found;
        }
        throw new Problem.Missing("conversation", conversationId);
    }

    private Conversation found(Actor actor, ConversationId conversationId, Permission otherwise) {
        Conversation found = conversations
                .find(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        if (reaches(actor, found, otherwise)) {
            return found;
        }
        throw new Problem.Missing("conversation", conversationId);
    }

    private boolean reaches(Actor actor, Conversation found, Permission otherwise) {
        return actor.may(otherwise) || (actor.may(Permission.TEXT) && holds(actor, found));
    }

    boolean holds(Actor actor, Conversation conversation) {
        return actor.member()
                .filter(me -> conversation.heldBy(me)
                        || (conversation.texter().isEmpty() && conversations.lapsed(conversation.conversationId(), me)))
                .isPresent();
    }
}
