package org.rung.texting.ui;

import org.rung.common.Actor;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.texting.Answered;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;

/** The conversation on the screen and who has it before them; what is done in it shows at once. */
record Talk(Conversations conversations, Actor.Member actor, ConversationId conversationId, Runnable refresh) {

    /** Something one does in this conversation. */
    interface Deed {
        void in(Conversations conversations, Actor actor, ConversationId conversationId);
    }

    Answered answer(Question question, AnswerChoice answer) {
        return conversations.answer(actor, conversationId, question.key(), answer.key());
    }

    void act(Deed deed) {
        deed.in(conversations, actor, conversationId);
        refresh.run();
    }
}
