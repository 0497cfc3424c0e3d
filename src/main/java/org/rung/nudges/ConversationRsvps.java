package org.rung.nudges;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.asks.Askings;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.commitments.Cause;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.events.Event;
import org.rung.events.EventFilter;
import org.rung.events.EventId;
import org.rung.events.EventRow;
import org.rung.events.EventState;
import org.rung.events.Events;
import org.rung.events.Shift;
import org.rung.events.ShiftId;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.rsvps.ShiftCount;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationChanged;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody says about coming in a conversation, written down by whoever texts them: in those that they hold, and
 * nowhere else. If they were asked to come to something, that is their yes.
 */
@Service
public class ConversationRsvps {
    private static final int SHOWN = 20;

    private final Conversations conversations;
    private final Events events;
    private final Rsvps rsvps;
    private final Askings askings;
    private final Commitments commitments;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    ConversationRsvps(
            Conversations conversations,
            Events events,
            Rsvps rsvps,
            Askings askings,
            Commitments commitments,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.conversations = conversations;
        this.events = events;
        this.rsvps = rsvps;
        this.askings = askings;
        this.commitments = commitments;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * A shift that one can still sign up for.
     *
     * @param full whoever signs up now waits for a place
     * @param said what they have said about it, if they have
     */
    public record Choice(Event event, Shift shift, boolean full, Optional<RsvpState> said) {}

    /** The next events that are open, with what this person said about each; a fixed number of queries. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Actor actor, ConversationId conversationId) {
        Conversation conversation = conversations.get(actor, conversationId);
        var script = new Actor.System(actor.organization());
        Instant now = clock.instant();
        List<EventId> next = events.page(script, EventFilter.UPCOMING, Page.Wanted.first(SHOWN)).rows().stream()
                .filter(row -> row.state() == EventState.PUBLISHED)
                .map(EventRow::eventId)
                .toList();
        var known = events.all(actor.organization(), next);
        var theirs = rsvps.of(actor.organization(), conversation.supporter(), now.plusSeconds(1), SHOWN * 10);
        List<Choice> choices = new ArrayList<>();
        for (EventId id : next) {
            Event event = known.get(id);
            if (event == null) continue;
            var counts = rsvps.counts(
                    actor.organization(),
                    event.open(now).stream().map(Shift::shiftId).toList());
            event.open(now).stream()
                    .map(shift -> new Choice(
                            event,
                            shift,
                            shift.capacity()
                                    .filter(most -> counts.getOrDefault(shift.shiftId(), ShiftCount.NONE)
                                                    .seated()
                                            >= most)
                                    .isPresent(),
                            theirs.stream()
                                    .filter(one -> one.shiftId().equals(shift.shiftId()))
                                    .map(Rsvp::state)
                                    .findFirst()))
                    .forEach(choices::add);
        }
        return choices;
    }

    /** Whether an answer here promised that they come to something, and nobody has written down to what. */
    @Transactional(readOnly = true)
    public boolean offered(Actor actor, ConversationId conversationId) {
        Conversation conversation = conversations.get(actor, conversationId);
        return !loose(actor, conversation).isEmpty()
                && !choices(actor, conversationId).isEmpty();
    }

    private List<CommitmentId> loose(Actor actor, Conversation conversation) {
        return commitments.of(new Actor.System(actor.organization()), conversation.supporter(), SHOWN).stream()
                .filter(one -> one.state().open()
                        && one.family() == AskFamily.COME
                        && one.target().isEmpty())
                .filter(one -> one.cause()
                        .filter(cause ->
                                cause.topic() == conversation.conversationId().value())
                        .isPresent())
                .map(Commitment::commitmentId)
                .toList();
    }

    /** @return COMING or WAITING for whoever wants to come; what they had promised in passing is that now */
    @Transactional
    public Rsvp say(Actor actor, ConversationId conversationId, ShiftId shiftId, RsvpState wish) {
        Conversation conversation = conversations.toAct(actor, conversationId);
        Optional<AskId> asked = wish == RsvpState.COMING
                ? askings.yes(actor.organization(), conversation.supporter(), AskFamily.COME)
                        .map(Askings.Yes::askId)
                : Optional.empty();
        Rsvp said = rsvps.say(
                new Actor.System(actor.organization()),
                new RsvpDraft(
                        shiftId,
                        conversation.supporter(),
                        wish,
                        RsvpSource.TEXTER,
                        Optional.of(conversation.phone()),
                        true,
                        actor.member().or(conversation::texter),
                        asked,
                        Optional.of(new Cause(conversationId.value(), Optional.empty()))));
        if (said.state() == RsvpState.COMING) {
            commitments.release(new Actor.System(actor.organization()), loose(actor, conversation));
        }
        announce.publishEvent(
                new ConversationChanged(actor.organization(), Optional.of(conversationId), conversation.texter()));
        return said;
    }
}
