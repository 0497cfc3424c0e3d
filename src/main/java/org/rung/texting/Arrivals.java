package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.SelfAnswers;
import org.rung.messaging.TextArrived;
import org.rung.messaging.Texts;
import org.rung.messaging.TextsArrived;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.senders.Meaning;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What supporters and carriers say, in the transaction that stores it: which conversation it moves, and whom it wakes. */
@Component
class Arrivals {

    private final ArrivalStore store;
    private final ClosingStore closing;
    private final Supporters supporters;
    private final Actions actions;
    private final OptIns optIns;
    private final Texts texts;
    private final List<SelfAnswers> selfAnswers;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Arrivals(
            ArrivalStore store,
            ClosingStore closing,
            Supporters supporters,
            Actions actions,
            OptIns optIns,
            Texts texts,
            List<SelfAnswers> selfAnswers,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.closing = closing;
        this.supporters = supporters;
        this.actions = actions;
        this.optIns = optIns;
        this.texts = texts;
        this.selfAnswers = selfAnswers;
        this.announce = announce;
        this.clock = clock;
    }

    /** A text in the conversation that it belongs to. */
    private record Reply(TextArrived text, ArrivalStore.Heard heard) {
        ConversationId conversation() {
            return heard.conversation().conversationId();
        }

        ArrivalStore.Step step() {
            return new ArrivalStore.Step(
                    text.senderId(),
                    text.soft().map(soft -> Suggestion.valueOf(soft.name())),
                    text.happenedAt(),
                    heard.leasedUntil(text.happenedAt()));
        }

        boolean mayStillBeTextedFirst() {
            boolean nothingWaits = text.lastTextLeft()
                    && text.topicId().equals(Optional.of(conversation().value()));
            return !nothingWaits;
        }
    }

    /** As many statements for all of them as for one. */
    @EventListener
    void arrived(TextsArrived arrived) {
        OrganizationId here = arrived.organizationId();
        Set<MessageId> answered = selfAnswers.stream()
                .flatMap(room -> room.answered(arrived).stream())
                .collect(Collectors.toSet());
        Predicate<TextArrived> answerable = text -> answerable(text) && !answered.contains(text.messageId());
        Map<MessageId, ArrivalStore.Heard> known = new HashMap<>(known(here, arrived.texts()));
        List<TextArrived> strangers = strangers(
                here,
                arrived.texts().stream()
                        .filter(text -> answerable.test(text) && !known.containsKey(text.messageId()))
                        .toList());
        if (!strangers.isEmpty()) {
            known.putAll(unasked(here, strangers));
        }
        List<Reply> heard = arrived.texts().stream()
                .filter(text -> known.containsKey(text.messageId()))
                .map(text -> new Reply(text, Objects.requireNonNull(known.get(text.messageId()))))
                .toList();
        List<Reply> replies =
                heard.stream().filter(reply -> answerable.test(reply.text())).toList();
        replies.stream()
                .collect(Collectors.groupingBy(Reply::step))
                .forEach((step, each) -> store.arrived(conversations(each), step));
        List<Reply> perhapsWaiting =
                replies.stream().filter(Reply::mayStillBeTextedFirst).toList();
        if (!perhapsWaiting.isEmpty()) {
            texts.cancelUnclaimed(here, store.waitingFirstTexts(conversations(perhapsWaiting)));
        }
        actions.recordAll(
                new Actor.System(here),
                Stream.concat(replies.stream().map(Arrivals::action), optIns.of(here, arrived.texts()).stream())
                        .toList());
        heard.stream()
                .filter(reply -> !answerable.test(reply.text()))
                .collect(Collectors.groupingBy(reply -> reply.text().happenedAt()))
                .forEach((at, each) -> store.heard(conversations(each), at));
        wake(here, heard);
    }

    /** Each texter once; where several of theirs have changed, none is named. */
    private void wake(OrganizationId here, List<Reply> heard) {
        heard.stream()
                .collect(Collectors.groupingBy(
                        reply -> reply.heard().conversation().texter()))
                .forEach((texter, each) -> announce.publishEvent(new ConversationChanged(
                        here,
                        each.size() == 1 ? Optional.of(each.getFirst().conversation()) : Optional.empty(),
                        texter)));
    }

    private static boolean answerable(TextArrived text) {
        return text.meaning() != Meaning.STOP && text.meaning() != Meaning.HELP && !text.suppressed();
    }

    private static List<ConversationId> conversations(List<Reply> replies) {
        return replies.stream().map(Reply::conversation).toList();
    }

    /**
     * By the text. Whoever has a number now is not taken for the one who had it: their texts begin a conversation of
     * their own.
     */
    private Map<MessageId, ArrivalStore.Heard> known(OrganizationId here, List<TextArrived> arrived) {
        Map<TextArrived, ConversationId> topics = new LinkedHashMap<>();
        arrived.forEach(text -> text.topicId().ifPresent(topic -> topics.put(text, new ConversationId(topic))));
        Map<ConversationId, ArrivalStore.Heard> named = store.lock(here, topics.values());
        List<ConversationId> moved = named.values().stream()
                .filter(ArrivalStore.Heard::moved)
                .map(heard -> heard.conversation().conversationId())
                .toList();
        if (!moved.isEmpty()) {
            closing.closeMoved(here, moved, clock.instant());
        }
        Map<MessageId, ArrivalStore.Heard> known = new HashMap<>();
        topics.forEach((text, topic) -> Optional.ofNullable(named.get(topic))
                .filter(heard -> !heard.moved())
                .ifPresent(heard -> known.put(text.messageId(), heard)));
        List<TextArrived> unnamed = arrived.stream()
                .filter(text -> !known.containsKey(text.messageId()))
                .toList();
        known.putAll(latest(here, unnamed));
        return known;
    }

    private Map<MessageId, ArrivalStore.Heard> latest(OrganizationId here, List<TextArrived> unnamed) {
        Map<PhoneNumber, ConversationId> latest =
                store.latest(here, unnamed.stream().map(TextArrived::phone).toList());
        Map<ConversationId, ArrivalStore.Heard> locked = store.lock(here, latest.values());
        Map<MessageId, ArrivalStore.Heard> found = new HashMap<>();
        unnamed.forEach(text -> Optional.ofNullable(latest.get(text.phone()))
                .flatMap(conversation -> Optional.ofNullable(locked.get(conversation)))
                .ifPresent(heard -> found.put(text.messageId(), heard)));
        return found;
    }

    /** Without members who answer the test of a script on their own phone: that makes nobody a supporter. */
    private List<TextArrived> strangers(OrganizationId here, List<TextArrived> unknown) {
        if (unknown.isEmpty()) {
            return unknown;
        }
        Set<PhoneNumber> testing =
                store.testing(here, unknown.stream().map(TextArrived::phone).toList());
        return unknown.stream().filter(text -> !testing.contains(text.phone())).toList();
    }

    /** From numbers that no conversation knows: one without a campaign for each, in the organizers' inbox. */
    private Map<MessageId, ArrivalStore.Heard> unasked(OrganizationId here, List<TextArrived> strangers) {
        texts.hold(here, strangers.stream().map(TextArrived::threadId).toList());
        Map<PhoneNumber, SupporterId> people = supporters.known(
                here, strangers.stream().map(TextArrived::phone).toList());
        // Two at once from one number: the second has waited for the first by now.
        Map<MessageId, ArrivalStore.Heard> found = new HashMap<>(latest(here, strangers));
        Map<TextArrived, ConversationId> made = new LinkedHashMap<>();
        strangers.stream()
                .filter(text -> !found.containsKey(text.messageId()))
                .forEach(text -> made.put(text, new ConversationId(Id.next())));
        if (!made.isEmpty()) {
            store.insert(
                    here,
                    made.entrySet().stream()
                            .map(one -> new ArrivalStore.Unasked(
                                    one.getValue(),
                                    Objects.requireNonNull(
                                            people.get(one.getKey().phone())),
                                    one.getKey().phone(),
                                    one.getKey().senderId(),
                                    one.getKey().happenedAt()))
                            .toList());
            Map<ConversationId, ArrivalStore.Heard> ours = store.lock(here, made.values());
            made.forEach((text, conversation) ->
                    found.put(text.messageId(), Objects.requireNonNull(ours.get(conversation))));
        }
        return found;
    }

    /** A reply is a step on the ladder, once a day and conversation. */
    private static ActionDraft action(Reply reply) {
        Conversation conversation = reply.heard().conversation();
        Instant at = reply.text().happenedAt();
        var day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return new ActionDraft(
                conversation.supporter(),
                ActionType.REPLIED,
                1,
                Optional.empty(),
                Verification.SELF,
                at,
                conversation.texter(),
                conversation.campaign().map(campaign -> campaign.value()),
                "",
                Optional.of("replied:" + conversation.conversationId().value() + ":" + day));
    }
}
