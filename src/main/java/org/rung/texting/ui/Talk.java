package org.rung.texting.ui;

import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.texting.Answered;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.texting.Outcomes;
import org.springframework.stereotype.Component;

/** The conversation on the screen and who has it before them; what is done in it shows at once. */
record Talk(Rooms rooms, Actor.Member actor, ConversationId conversationId, Runnable refresh) {

    /** Where everything that one does in a conversation is done. */
    @Component
    record Rooms(Conversations conversations, Correspondence correspondence, Outcomes outcomes) {}

    /** Something one learns in this conversation. */
    interface Deed {
        void in(Outcomes outcomes, Actor actor, ConversationId conversationId);
    }

    Correspondence correspondence() {
        return rooms.correspondence();
    }

    PhoneNumber reveal() {
        return rooms.conversations().reveal(actor, conversationId);
    }

    Answered answer(Question question, AnswerChoice answer) {
        return rooms.outcomes().answer(actor, conversationId, question.key(), answer.key());
    }

    /** Whoever is given it holds it from now on. */
    void give(MemberId texter) {
        rooms.conversations().give(actor, conversationId, texter);
        refresh.run();
    }

    void act(Deed deed) {
        deed.in(rooms.outcomes(), actor, conversationId);
        refresh.run();
    }
}
