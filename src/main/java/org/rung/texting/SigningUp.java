package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.rung.commitments.AskId;
import org.rung.commitments.Cause;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.events.Event;
import org.rung.events.Events;
import org.rung.events.Shift;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.scripts.Effect;
import org.springframework.stereotype.Component;

/** An answer that says yes to an event gets a place, or one on the waiting list; taken back, what they had said before holds. */
@Component
class SigningUp {
    private final Events events;
    private final Rsvps rsvps;
    private final Clock clock;

    SigningUp(Events events, Rsvps rsvps, Clock clock) {
        this.events = events;
        this.rsvps = rsvps;
        this.clock = clock;
    }

    /** The shift that one may still sign up for; empty where the event is over, called off, or another organization's. */
    Optional<Shift> open(Actor script, Effect.Rsvp effect) {
        Instant now = clock.instant();
        return events.find(script.organization(), effect.event())
                .filter(event -> !event.umbrella())
                .map((Event event) -> event.open(now))
                .flatMap(open -> open.stream()
                        .filter(shift ->
                                effect.shift().map(shift.shiftId()::equals).orElse(true))
                        .findFirst());
    }

    /** Empty where they come already: then the answer has nothing to take back. */
    Optional<SaidToCome> say(
            Actor script, Conversation conversation, Shift shift, Optional<AskId> asked, Optional<MemberId> credited) {
        Optional<RsvpState> before = rsvps.of(script.organization(), shift.shiftId(), conversation.supporter())
                .map(Rsvp::state);
        if (before.filter(state -> state.accepted() || state == RsvpState.WAITING)
                .isPresent()) return Optional.empty();
        rsvps.say(
                script,
                new RsvpDraft(
                        shift.shiftId(),
                        conversation.supporter(),
                        RsvpState.COMING,
                        RsvpSource.TEXTER,
                        Optional.of(conversation.phone()),
                        true,
                        credited,
                        asked,
                        Optional.of(new Cause(conversation.conversationId().value(), Optional.empty()))));
        return Optional.of(new SaidToCome(
                shift.shiftId(), before.filter(RsvpState.MAYBE::equals).orElse(RsvpState.CANNOT)));
    }

    /** Only while they still come or wait: what they or the door said since then stands. */
    void takeBack(Actor script, Conversation conversation, SaidToCome said) {
        Optional<Rsvp> now = rsvps.of(script.organization(), said.shiftId(), conversation.supporter());
        if (now.filter(one -> one.state() == RsvpState.COMING || one.state() == RsvpState.WAITING)
                .isEmpty()) return;
        boolean open = events.shift(script.organization(), said.shiftId())
                .filter(shift -> shift.open(clock.instant()))
                .isPresent();
        rsvps.say(
                script,
                new RsvpDraft(
                        said.shiftId(),
                        conversation.supporter(),
                        open ? said.before() : RsvpState.CANNOT,
                        RsvpSource.TEXTER,
                        Optional.of(conversation.phone()),
                        false));
    }
}
