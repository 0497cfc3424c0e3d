package org.rung.payments;

import org.rung.common.Actor;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supporter's own give link for whoever texts with them: in the conversations that they hold, and nowhere else. */
@Service
public class GiveLinksInTalk {
    private final Conversations conversations;
    private final GiveLinks links;

    GiveLinksInTalk(Conversations conversations, GiveLinks links) {
        this.conversations = conversations;
        this.links = links;
    }

    @Transactional(readOnly = true)
    public boolean ready(Actor actor) {
        return links.ready(actor.organization());
    }

    /** @throws org.rung.common.Problem.Missing for a conversation that one neither holds nor may answer in */
    @Transactional
    public String address(Actor actor, ConversationId conversationId) {
        return links.toGive(actor, conversations.toAct(actor, conversationId).supporter());
    }
}
