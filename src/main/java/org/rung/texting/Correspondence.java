package org.rung.texting;

import java.time.Clock;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.Problem;
import org.rung.messaging.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is written in a conversation. Reached as in {@link Conversations}: a texter writes in those they hold, REPLY_TO_ANYONE
 * in all of the organization. The same requestKey again is the same text, however often and from however many windows.
 */
@Service
public class Correspondence {

    private final DraftStore drafts;
    private final Holding holding;
    private final Sends sends;
    private final FirstSends firstSends;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Correspondence(
            DraftStore drafts,
            Holding holding,
            Sends sends,
            FirstSends firstSends,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.drafts = drafts;
        this.holding = holding;
        this.sends = sends;
        this.firstSends = firstSends;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Sends the first text. The same requestKey again gives the same text; fifty at once cause one.
     *
     * @throws Problem.Conflict when someone else was first, the campaign does not run, or the number has had
     *     as many first texts as the contact rules allow; the words are kept as a draft
     * @throws Problem.Invalid when the campaign locks its first text and these are not the script's words
     */
    public Text sendFirst(Actor actor, ConversationId conversationId, String body, String requestKey) {
        return sendFirst(actor, conversationId, body, requestKey, false);
    }

    /** As {@link #sendFirst(Actor, ConversationId, String, String)}; sure: whoever sends was asked about the words, and means them. */
    public Text sendFirst(Actor actor, ConversationId conversationId, String body, String requestKey, boolean sure) {
        try {
            return firstSends.send(actor, conversationId, body, requestKey, sure);
        } catch (Problem.Conflict lost) {
            keep(actor, conversationId, new Draft(body, Optional.empty()));
            sends.closeIfMoved(actor, conversationId);
            firstSends.returnIfTextedOften(actor, conversationId);
            throw lost;
        }
    }

    /**
     * Answers. The same requestKey again gives the same text. After a lease has ended it still succeeds if nobody took the
     * conversation.
     *
     * @throws Problem.Conflict when it is closed or someone else has it; the words are kept as a draft
     */
    public Text reply(Actor actor, ConversationId conversationId, String body, String requestKey) {
        return reply(actor, conversationId, new Draft(body, Optional.empty()), requestKey, false);
    }

    /**
     * As {@link #reply(Actor, ConversationId, String, String)}, with a picture.
     *
     * @throws Problem.Invalid when the picture is not there any more, or not theirs
     */
    public Text reply(Actor actor, ConversationId conversationId, Draft draft, String requestKey) {
        return reply(actor, conversationId, draft, requestKey, false);
    }

    /**
     * As {@link #reply(Actor, ConversationId, Draft, String)}; sure: whoever sends was asked about the words,
     * and means them.
     *
     * @throws Problem.Conflict that {@link Objection#asks asks} when they were not yet
     * @throws Problem.Invalid when the picture is not there any more, or not theirs
     */
    public Text reply(Actor actor, ConversationId conversationId, Draft draft, String requestKey, boolean sure) {
        try {
            return sends.reply(actor, conversationId, draft, requestKey, sure);
        } catch (Problem.Conflict lost) {
            keep(actor, conversationId, draft);
            sends.closeIfMoved(actor, conversationId);
            throw lost;
        }
    }

    /** A first text or a reply, whichever is next. */
    public Text send(Actor actor, ConversationId conversationId, String body, String requestKey) {
        return send(actor, conversationId, body, requestKey, false);
    }

    /** As {@link #send(Actor, ConversationId, String, String)}; sure: whoever sends was asked about the words, and means them. */
    public Text send(Actor actor, ConversationId conversationId, String body, String requestKey, boolean sure) {
        return holding.toRead(actor, conversationId).state() == ConversationState.NEEDS_FIRST_TEXT
                ? sendFirst(actor, conversationId, body, requestKey, sure)
                : reply(actor, conversationId, new Draft(body, Optional.empty()), requestKey, sure);
    }

    /** Takes a text back while it is held for that; false when it has gone. The state before comes back if nothing arrived since. */
    @Transactional
    public boolean undo(Actor actor, ConversationId conversationId, MessageId messageId) {
        Conversation conversation = holding.toKeep(actor, conversationId);
        boolean undone = sends.undo(actor, conversation, messageId);
        changed(actor, conversation);
        return undone;
    }

    /** Keeps what is being written; empty words drop it. */
    @Transactional
    public void saveDraft(Actor actor, ConversationId conversationId, String words) {
        saveDraft(actor, conversationId, new Draft(words, Optional.empty()));
    }

    /** Keeps what is being written with its picture; nothing of either drops it. */
    @Transactional
    public void saveDraft(Actor actor, ConversationId conversationId, Draft draft) {
        holding.toKeep(actor, conversationId);
        keep(actor, conversationId, draft);
    }

    private void keep(Actor actor, ConversationId conversationId, Draft draft) {
        actor.member().ifPresent(me -> {
            if (draft.words().isBlank() && draft.picture().isEmpty()) {
                drafts.drop(conversationId, me);
            } else if (draft.words().length() <= 1_600) {
                drafts.save(actor.organization(), conversationId, me, draft, clock.instant());
            }
        });
    }

    private void changed(Actor actor, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }
}
