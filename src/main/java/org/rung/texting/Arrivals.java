package org.rung.texting;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.consent.ConsentChanged;
import org.rung.messaging.PhoneWentBad;
import org.rung.messaging.TextArrived;
import org.rung.messaging.Texts;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.senders.Meaning;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What supporters and carriers say, in the transaction that stores it: which conversation it moves, and whom it wakes. */
@Component
class Arrivals {

    private final ConversationStore conversations;
    private final Supporters supporters;
    private final Actions actions;
    private final Texts texts;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Arrivals(
            ConversationStore conversations,
            Supporters supporters,
            Actions actions,
            Texts texts,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.conversations = conversations;
        this.supporters = supporters;
        this.actions = actions;
        this.texts = texts;
        this.announce = announce;
        this.clock = clock;
    }

    @EventListener
    void arrived(TextArrived text) {
        boolean answerable = text.meaning() != Meaning.STOP && text.meaning() != Meaning.HELP && !text.optedOut();
        Optional<ConversationStore.Heard> known = conversationOf(text);
        if (known.isEmpty() && !answerable) {
            return;
        }
        ConversationStore.Heard heard = known.orElseGet(() -> unasked(text));
        Conversation conversation = heard.conversation();
        if (answerable) {
            conversations.arrived(
                    conversation.conversationId(),
                    text.senderId(),
                    text.soft().map(soft -> Suggestion.valueOf(soft.name())),
                    text.happenedAt(),
                    heard.leasedUntil(text.happenedAt()));
            boolean nothingWaits = text.lastTextLeft()
                    && text.topicId()
                            .equals(Optional.of(conversation.conversationId().value()));
            if (!nothingWaits) {
                texts.cancelUnclaimed(
                        text.organizationId(), conversations.waitingFirstTexts(conversation.conversationId()));
            }
            replied(text, conversation);
        } else {
            conversations.heard(conversation.conversationId(), text.happenedAt());
        }
        wake(text, conversation);
    }

    private Optional<ConversationStore.Heard> conversationOf(TextArrived text) {
        return text.topicId()
                .flatMap(topic -> conversations.lockHeard(text.organizationId(), new ConversationId(topic)))
                .filter(heard -> stillTheirs(text, heard))
                .or(() -> conversations
                        .latest(text.organizationId(), text.phone())
                        .flatMap(latest -> conversations.lockHeard(text.organizationId(), latest)));
    }

    /** Whoever has the number now is not taken for the one who had it: their texts begin a conversation of their own. */
    private boolean stillTheirs(TextArrived text, ConversationStore.Heard heard) {
        if (heard.moved()) {
            conversations.closeMoved(
                    text.organizationId(), List.of(heard.conversation().conversationId()), text.happenedAt());
        }
        return !heard.moved();
    }

    /** From a number that no conversation knows: one without a campaign, in the organizers' inbox. */
    private ConversationStore.Heard unasked(TextArrived text) {
        texts.hold(text.organizationId(), text.threadId());
        SupporterId supporter = supporters.known(text.organizationId(), text.phone());
        // Two at once from one number: the second has waited for the first by now.
        Optional<ConversationStore.Heard> first = conversationOf(text);
        if (first.isPresent()) {
            return first.get();
        }
        ConversationId made = new ConversationId(Id.next());
        conversations.insertUnasked(
                text.organizationId(), made, supporter, text.phone(), text.senderId(), text.happenedAt());
        return new ConversationStore.Heard(
                conversations.find(text.organizationId(), made).orElseThrow(), Optional.empty(), false);
    }

    /** A reply is a step on the ladder, once a day and conversation. */
    private void replied(TextArrived text, Conversation conversation) {
        var day = text.happenedAt().atZone(ZoneOffset.UTC).toLocalDate();
        actions.record(
                new Actor.System(text.organizationId()),
                new ActionDraft(
                        conversation.supporter(),
                        ActionType.REPLIED,
                        1,
                        Optional.empty(),
                        Verification.SELF,
                        text.happenedAt(),
                        conversation.texter(),
                        conversation.campaign().map(campaign -> campaign.value()),
                        "",
                        Optional.of("replied:" + conversation.conversationId().value() + ":" + day)));
    }

    private void wake(TextArrived text, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                text.organizationId(), Optional.of(conversation.conversationId()), conversation.texter()));
    }

    /** Messaging has cancelled what waited for these numbers; here their conversations close. */
    @EventListener
    void consentChanged(ConsentChanged change) {
        switch (change.consent()) {
            case OPTED_IN -> {}
            case OPTED_OUT -> close(change, ClosedReason.OPTED_OUT);
            case WRONG_NUMBER -> close(change, ClosedReason.WRONG_NUMBER);
        }
    }

    private void close(ConsentChanged change, ClosedReason reason) {
        conversations.closeOf(change.organizationId(), change.phones(), reason, clock.instant());
        for (MemberId holder : conversations.holders(change.organizationId(), change.phones())) {
            announce.publishEvent(
                    new ConversationChanged(change.organizationId(), Optional.empty(), Optional.of(holder)));
        }
    }

    @EventListener
    void phoneWentBad(PhoneWentBad bad) {
        List<org.rung.common.PhoneNumber> phone = List.of(bad.phone());
        conversations.closeOf(bad.organizationId(), phone, ClosedReason.BAD_NUMBER, clock.instant());
        texts.cancelUnclaimed(bad.organizationId(), conversations.waitingTexts(bad.organizationId(), phone));
        for (MemberId holder : conversations.holders(bad.organizationId(), phone)) {
            announce.publishEvent(new ConversationChanged(bad.organizationId(), Optional.empty(), Optional.of(holder)));
        }
    }
}
