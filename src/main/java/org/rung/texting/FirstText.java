package org.rung.texting;

import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;

/**
 * A first text that somebody wants to send. scripted: what the script says, where these words are others and that is to be
 * marked; objection: what stands against the words, where they leave all the same or wait for a look; plain: words alone to somebody new, so that it may be sent with others.
 */
record FirstText(
        Actor actor,
        Sendable found,
        String body,
        String requestKey,
        Optional<String> scripted,
        Optional<Objection> objection,
        boolean plain) {

    ConversationId conversationId() {
        return found.conversationId();
    }

    /** Whom the send must find as holder. */
    Optional<MemberId> holder() {
        return Sends.holder(actor);
    }

    FirstTextStore.Taker taker() {
        return new FirstTextStore.Taker(found, holder(), actor.member());
    }

    /** What holds for one of them holds for the other: who sends them, and how often people may be texted. */
    boolean like(FirstText other) {
        return found.sender().equals(other.found.sender())
                && found.facts().overLimit() == other.found.facts().overLimit()
                && found.facts().rule().equals(other.found.facts().rule());
    }
}
