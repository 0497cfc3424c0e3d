package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.asks.AskPut;
import org.rung.asks.Askings;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.links.Links;
import org.rung.links.Shortened;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sending and taking back. A send is one compare-and-set of its conversation and one queued text, in one transaction. */
@Component
class Sends {

    private final SendStore store;
    private final ConversationStore conversations;
    private final ClosingStore closing;
    private final DraftStore drafts;
    private final Holding holding;
    private final Texts texts;
    private final Links links;
    private final Askings askings;
    private final Watching watching;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Sends(
            SendStore store,
            ConversationStore conversations,
            ClosingStore closing,
            DraftStore drafts,
            Holding holding,
            Texts texts,
            Links links,
            Askings askings,
            Watching watching,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.announce = announce;
        this.store = store;
        this.drafts = drafts;
        this.conversations = conversations;
        this.closing = closing;
        this.holding = holding;
        this.texts = texts;
        this.links = links;
        this.askings = askings;
        this.watching = watching;
        this.clock = clock;
    }

    @Transactional
    public Text reply(Actor actor, ConversationId conversationId, Draft written, String requestKey, boolean sure) {
        Sendable found = holding.toSend(actor, conversationId, requestKey);
        Optional<Text> before = sentBefore(actor, found.sentBefore());
        if (before.isPresent()) {
            return live(before.get());
        }
        mustBeTheirs(found);
        Optional<Objection> objection = watching.against(actor, written.words(), sure);
        Instant now = clock.instant();
        var shortened = shortened(actor, found, false, written.words());
        var draft = found.draft(Purpose.REPLY, shortened.body(), actor.member(), requestKey, now)
                .with(written.picture().stream().toList())
                .reviewed(objection.filter(Objection::hold).isPresent());
        if (store.replied(actor.organization(), found, holder(actor), actor.member(), now)) {
            Optional<AskPut> ask =
                    actor.member().filter(me -> found.drafted()).flatMap(me -> drafts.asked(conversationId, me));
            dropDraft(actor, found);
            Text text = kept(actor, found, shortened, texts.queue(actor, draft));
            objection.ifPresent(one -> watching.stored(actor, text.messageId(), one));
            ask.ifPresent(one -> askings.carried(actor, found.supporter(), one, text.messageId()));
            return text;
        }
        throw whyNotReply(actor, conversationId);
    }

    private Shortened shortened(Actor actor, Sendable found, boolean firstText, String body) {
        return links.shorten(actor.organization(), found.campaign().map(CampaignId::value), firstText, body);
    }

    private Text kept(Actor actor, Sendable found, Shortened shortened, Text text) {
        links.keep(actor.organization(), shortened, found.supporter(), text.messageId(), text.body());
        return text;
    }

    private void dropDraft(Actor actor, Sendable sent) {
        if (sent.drafted()) {
            actor.member().ifPresent(me -> drafts.drop(sent.conversationId(), me));
        }
    }

    /** False when the text has gone. */
    boolean undo(Actor actor, Conversation conversation, MessageId messageId) {
        Text text = texts.find(actor.organization(), messageId)
                .filter(found -> found.topicId()
                        .filter(topic -> topic == conversation.conversationId().value())
                        .isPresent())
                .orElseThrow(() -> new Problem.Missing("text", messageId));
        conversations.lock(actor.organization(), conversation.conversationId());
        if (!texts.undo(actor, messageId)) {
            return false;
        }
        conversations.undone(conversation, text.happenedAt());
        // With the words the ask comes back to whoever wrote them.
        askings.takenBack(actor.organization(), messageId)
                .ifPresent(ask -> actor.member()
                        .ifPresent(me -> drafts.ask(
                                actor.organization(),
                                conversation.conversationId(),
                                me,
                                text.body(),
                                ask,
                                clock.instant())));
        return true;
    }

    /** Words meant for one person never go to another who has the number now. */
    static void mustBeTheirs(Sendable found) {
        if (found.moved() && found.state() != ConversationState.CLOSED) {
            throw new Problem.Conflict("problem.number-moved-on");
        }
    }

    @Transactional
    public void closeIfMoved(Actor actor, ConversationId conversationId) {
        if (closing.closeMoved(actor.organization(), List.of(conversationId), clock.instant()) > 0) {
            announce.publishEvent(
                    new ConversationChanged(actor.organization(), Optional.of(conversationId), actor.member()));
        }
    }

    /** A request that was taken back sends nothing when it comes again: whoever means it anew makes a new one. */
    static Text live(Text text) {
        if (text.state() == MessageState.CANCELLED) {
            throw new Problem.Conflict("problem.taken-back");
        }
        return text;
    }

    private Optional<Text> sentBefore(Actor actor, Optional<MessageId> message) {
        return message.flatMap(id -> texts.find(actor.organization(), id));
    }

    private Problem whyNotReply(Actor actor, ConversationId conversationId) {
        Conversation current = conversations
                .find(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        return switch (current.state()) {
            case CLOSED -> new Problem.Conflict("problem.closed");
            case NEEDS_FIRST_TEXT -> new Problem.Conflict("problem.first-first");
            case AWAITING_REPLY, NEEDS_RESPONSE ->
                current.helpSince().isPresent() ? Holding.withOrganizer() : Holding.taken();
        };
    }

    /** Whom the send must find as holder; nobody in particular when the actor may answer anyone. */
    static Optional<MemberId> holder(Actor actor) {
        return actor.may(Permission.REPLY_TO_ANYONE) ? Optional.empty() : actor.member();
    }
}
