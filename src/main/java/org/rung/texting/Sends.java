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
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.contact.ContactRules;
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
    private final GivenBackStore givenBack;
    private final Holding holding;
    private final Texts texts;
    private final Links links;
    private final Scripting scripting;
    private final Edits edits;
    private final ContactRules contactRules;
    private final Askings askings;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Sends(
            SendStore store,
            ConversationStore conversations,
            ClosingStore closing,
            DraftStore drafts,
            GivenBackStore givenBack,
            Holding holding,
            Texts texts,
            Links links,
            Scripting scripting,
            Edits edits,
            ContactRules contactRules,
            Askings askings,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.announce = announce;
        this.store = store;
        this.drafts = drafts;
        this.givenBack = givenBack;
        this.conversations = conversations;
        this.closing = closing;
        this.holding = holding;
        this.texts = texts;
        this.links = links;
        this.scripting = scripting;
        this.edits = edits;
        this.contactRules = contactRules;
        this.askings = askings;
        this.clock = clock;
    }

    @Transactional
    public Text first(Actor actor, ConversationId conversationId, String body, String requestKey) {
        Sendable found = sendable(actor, conversationId, requestKey);
        Optional<Text> before = sentBefore(actor, found.sentBefore());
        if (before.isPresent()) {
            return live(before.get());
        }
        mustBeTheirs(found);
        Instant now = clock.instant();
        Optional<String> scripted = edits.changed(actor, found, body);
        var shortened = shortened(actor, found, true, body);
        var draft = found.draft(Purpose.FIRST_TEXT, shortened.body(), actor.member(), requestKey, now)
                .with(found.script().flatMap(version -> scripting.firstPicture(actor.organization(), version)).stream()
                        .toList());
        // One first text to a number at a time, in whatever campaign, and none beside a STOP.
        var route = texts.lock(actor, draft);
        if (found.running() && store.firstTextSent(actor.organization(), found, holder(actor), actor.member(), now)) {
            dropDraft(actor, found);
            Text sent = live(kept(actor, found, shortened, texts.queue(actor, draft, route)));
            scripted.ifPresent(words -> edits.mark(actor, found, sent.messageId(), words));
            return sent;
        }
        return sentBefore(actor, conversations.sentAlready(conversationId, requestKey))
                .map(Sends::live)
                .orElseThrow(() -> whyNotFirst(actor, conversationId));
    }

    @Transactional
    public Text reply(Actor actor, ConversationId conversationId, Draft written, String requestKey) {
        Sendable found = sendable(actor, conversationId, requestKey);
        Optional<Text> before = sentBefore(actor, found.sentBefore());
        if (before.isPresent()) {
            return live(before.get());
        }
        mustBeTheirs(found);
        Instant now = clock.instant();
        var shortened = shortened(actor, found, false, written.words());
        var draft = found.draft(Purpose.REPLY, shortened.body(), actor.member(), requestKey, now)
                .with(written.picture().stream().toList());
        if (store.replied(actor.organization(), found, holder(actor), actor.member(), now)) {
            Optional<AskPut> ask =
                    actor.member().filter(me -> found.drafted()).flatMap(me -> drafts.asked(conversationId, me));
            dropDraft(actor, found);
            Text text = kept(actor, found, shortened, texts.queue(actor, draft));
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
    private static void mustBeTheirs(Sendable found) {
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

    /** What cannot be sent now is nobody's work today: it comes again when the contact rules let it. */
    @Transactional
    public void returnIfTextedOften(Actor actor, ConversationId conversationId) {
        conversations
                .lock(actor.organization(), conversationId)
                .filter(found -> found.state() == ConversationState.NEEDS_FIRST_TEXT)
                .filter(found -> actor.member().filter(found::heldBy).isPresent())
                .filter(found -> limit(actor.organization(), found).isPresent())
                .ifPresent(found -> givenBack.leave(found));
    }

    private Optional<ContactRules.Limit> limit(OrganizationId organizationId, Conversation conversation) {
        return conversations.facts(conversation).overLimit()
                ? Optional.empty()
                : contactRules.reached(organizationId, conversation.phone());
    }

    private Sendable sendable(Actor actor, ConversationId conversationId, String requestKey) {
        try {
            return holding.toSend(actor, conversationId, requestKey);
        } catch (Problem.Missing missing) {
            // Held until a moment ago: say so instead of denying that it exists, since the words are still on screen.
            var me = actor.member();
            if (me.isPresent() && conversations.heldOnce(actor.organization(), conversationId, me.get())) {
                throw taken();
            }
            throw missing;
        }
    }

    /** A request that was taken back sends nothing when it comes again: whoever means it anew makes a new one. */
    private static Text live(Text text) {
        if (text.state() == MessageState.CANCELLED) {
            throw new Problem.Conflict("problem.taken-back");
        }
        return text;
    }

    private Optional<Text> sentBefore(Actor actor, Optional<MessageId> message) {
        return message.flatMap(id -> texts.find(actor.organization(), id));
    }

    private Problem whyNotFirst(Actor actor, ConversationId conversationId) {
        Conversation current = conversations
                .find(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        if (current.state() != ConversationState.NEEDS_FIRST_TEXT) {
            return current.closed()
                    ? new Problem.Conflict("problem.closed-before")
                    : new Problem.Conflict("problem.first-sent");
        }
        Optional<ContactRules.Limit> reached = limit(actor.organization(), current);
        if (reached.isPresent()) {
            return reached.get().equals(new ContactRules.Limit(1, 1))
                    ? new Problem.Conflict("problem.texted-lately")
                    : new Problem.Conflict(
                            "problem.texted-often",
                            reached.get().most(),
                            reached.get().days());
        }
        if (holder(actor).isPresent() && !holding.maySend(actor, current)) {
            return taken();
        }
        return new Problem.Conflict("problem.campaign-rests");
    }

    private Problem whyNotReply(Actor actor, ConversationId conversationId) {
        Conversation current = conversations
                .find(actor.organization(), conversationId)
                .orElseThrow(() -> new Problem.Missing("conversation", conversationId));
        return switch (current.state()) {
            case CLOSED -> new Problem.Conflict("problem.closed");
            case NEEDS_FIRST_TEXT -> new Problem.Conflict("problem.first-first");
            case AWAITING_REPLY, NEEDS_RESPONSE -> current.helpSince().isPresent() ? Holding.withOrganizer() : taken();
        };
    }

    private static Problem.Conflict taken() {
        return new Problem.Conflict("problem.lease-over");
    }

    /** Whom the send must find as holder; nobody in particular when the actor may answer anyone. */
    private static Optional<MemberId> holder(Actor actor) {
        return actor.may(Permission.REPLY_TO_ANYONE) ? Optional.empty() : actor.member();
    }
}
