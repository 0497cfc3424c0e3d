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

    private Conversation found(Actor actor, ConversationId conversationId, Permission otherwise) {
        Conversation found = conversations
                .find(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        if (actor.may(otherwise) || (actor.may(Permission.TEXT) && holds(actor, found))) {
            return found;
        }
        throw new Problem.Missing("conversation", conversationId);
    }

    boolean holds(Actor actor, Conversation conversation) {
        return actor.member()
                .filter(me -> conversation.heldBy(me)
                        || (conversation.texter().isEmpty() && conversations.lapsed(conversation.conversationId(), me)))
                .isPresent();
    }
}
