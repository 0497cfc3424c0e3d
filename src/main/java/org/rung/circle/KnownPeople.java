package org.rung.circle;

import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.people.Relationships;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "I know this person", said in a conversation: from then on that supporter comes to this member first. Conversations are
 * reached as in {@link Conversations}; nobody else is told.
 */
@Service
public class KnownPeople {
    private final Conversations conversations;
    private final Supporters supporters;
    private final Relationships relationships;
    private final Contacts contacts;

    KnownPeople(Conversations conversations, Supporters supporters, Relationships relationships, Contacts contacts) {
        this.conversations = conversations;
        this.supporters = supporters;
        this.relationships = relationships;
        this.contacts = contacts;
    }

    /** Whether one said so, here or elsewhere, or has their number in one's list. */
    @Transactional(readOnly = true)
    public boolean knows(Actor.Member actor, ConversationId conversationId) {
        Conversation conversation = conversations.get(actor, conversationId);
        return relationships.knows(actor.organization(), actor.memberId(), conversation.supporter());
    }

    /**
     * Once; again changes nothing. Whoever may see numbers has them in their own list from then on, and that look is
     * written down. The number of others stays masked: this must be no way to collect numbers.
     */
    @Transactional
    public void say(Actor.Member actor, ConversationId conversationId) {
        actor.must(Permission.TEXT);
        Conversation conversation = conversations.get(actor, conversationId);
        relationships.saysToKnow(actor.organization(), actor.memberId(), conversation.supporter());
        Supporter who = supporters
                .all(actor.organization(), List.of(conversation.supporter()))
                .get(conversation.supporter());
        if (who == null || who.firstName().isBlank() || !actor.may(Permission.SEE_NUMBERS)) return;
        PhoneNumber phone = conversations.reveal(actor, conversationId);
        contacts.add(actor, new PersonName(who.firstName(), who.lastName()), phone.text());
    }

    /** Not so: they come to this member first no more, and are not in their list either. */
    @Transactional
    public void takeBack(Actor.Member actor, ConversationId conversationId) {
        Conversation conversation = conversations.get(actor, conversationId);
        contacts.forget(actor, conversation.phone());
        relationships.forget(actor, conversation.supporter());
    }
}
