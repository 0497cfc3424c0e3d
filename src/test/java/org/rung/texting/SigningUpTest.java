package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.ShiftDraft;
import org.rung.events.Venue;
import org.rung.people.SupporterId;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.scripts.Effect;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer of a script that says yes to an event. */
class SigningUpTest extends TextingStory {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Autowired
    Events events;

    @Autowired
    Rsvps rsvps;

    @Autowired
    Commitments commitments;

    private Event event;

    @Override
    List<Effect> yesDoes() {
        return List.of(new Effect.Rsvp(event.eventId(), Optional.empty(), event.title()));
    }

    private Event meeting(Actor.Member who, int capacity) {
        var starts = clock.instant().plus(Duration.ofDays(3));
        EventId id = events.make(
                who,
                EventDraft.of(
                        "Rent meeting",
                        ZONE,
                        new Venue("Library", "12 Elm Street", true, "", ""),
                        List.of(new ShiftDraft(
                                Optional.empty(),
                                "",
                                starts,
                                starts.plus(Duration.ofHours(2)),
                                Optional.of(capacity)))));
        events.publish(who, id);
        return events.get(who, id);
    }

    private ConversationId answered() {
        ConversationId conversation = texted();
        hears(conversation, "yes");
        outcomes.answer(tess, conversation, "come", "yes");
        return conversation;
    }

    private Optional<Rsvp> rsvp(SupporterId who) {
        return rsvps.of(here.organizationId(), event.shifts().getFirst().shiftId(), who);
    }

    private RsvpState state(ConversationId conversation) {
        return rsvp(now(conversation).supporter()).orElseThrow().state();
    }

    private Rsvp says(SupporterId who, RsvpState wish) {
        return rsvps.say(
                here.system(),
                new RsvpDraft(
                        event.shifts().getFirst().shiftId(), who, wish, RsvpSource.MEMBER, Optional.empty(), true));
    }

    @Test
    void a_yes_gets_a_place_with_its_promise_and_the_same_again_does_nothing_twice() {
        event = meeting(ora, 5);
        ConversationId conversation = answered();
        outcomes.answer(tess, conversation, "come", "yes");
        assertThat(state(conversation)).isEqualTo(RsvpState.COMING);
        assertThat(commitments.of(here.system(), now(conversation).supporter(), 10))
                .singleElement()
                .satisfies(promise -> {
                    assertThat(promise.target())
                            .contains("event:" + event.eventId().text());
                    assertThat(promise.cause().orElseThrow().topic()).isEqualTo(conversation.value());
                });
    }

    @Test
    void where_it_is_full_they_wait_and_taking_it_back_frees_the_place_for_whoever_waits_longest() {
        event = meeting(ora, 1);
        ConversationId first = answered();
        ConversationId second = answered();
        assertThat(state(first)).isEqualTo(RsvpState.COMING);
        assertThat(state(second)).isEqualTo(RsvpState.WAITING);

        outcomes.answer(tess, first, "come", "no");
        assertThat(state(first)).isEqualTo(RsvpState.CANNOT);
        assertThat(state(second)).isEqualTo(RsvpState.COMING);
        assertThat(commitments.of(here.system(), now(first).supporter(), 10))
                .extracting(Commitment::state)
                .containsExactly(CommitmentState.RELEASED);
        outcomes.answer(tess, first, "come", "yes");
        assertThat(state(first)).isEqualTo(RsvpState.WAITING);
    }

    @Test
    void what_they_had_said_before_the_answer_holds_again_when_it_is_taken_back() {
        event = meeting(ora, 5);
        ConversationId came = texted();
        says(now(came).supporter(), RsvpState.COMING);
        hears(came, "yes");
        outcomes.answer(tess, came, "come", "yes");
        outcomes.answer(tess, came, "come", "maybe");
        assertThat(state(came)).as("they had signed up on the page").isEqualTo(RsvpState.COMING);

        ConversationId perhaps = texted();
        says(now(perhaps).supporter(), RsvpState.MAYBE);
        hears(perhaps, "yes");
        outcomes.answer(tess, perhaps, "come", "yes");
        assertThat(state(perhaps)).isEqualTo(RsvpState.COMING);
        outcomes.answer(tess, perhaps, "come", "maybe");
        assertThat(state(perhaps)).isEqualTo(RsvpState.MAYBE);
    }

    @Test
    void whoever_was_there_stays_there_whatever_the_answer_is_changed_to() {
        event = meeting(ora, 5);
        ConversationId conversation = answered();
        db.execute(
                "update rsvps set state = 'ATTENDED' where supporter_id = ?",
                now(conversation).supporter().value());
        outcomes.answer(tess, conversation, "come", "no");
        assertThat(state(conversation)).isEqualTo(RsvpState.ATTENDED);
    }

    @Test
    void where_nothing_is_open_any_more_their_word_is_kept_as_a_promise_and_no_event_of_elsewhere_is_reached() {
        event = meeting(ora, 5);
        events.cancel(ora, event.eventId());
        ConversationId conversation = answered();
        assertThat(rsvp(now(conversation).supporter())).isEmpty();
        assertThat(commitments.of(here.system(), now(conversation).supporter(), 10))
                .singleElement()
                .satisfies(promise -> assertThat(promise.target()).isEmpty());

        var there = NewOrganization.with(db).member(Role.ORGANIZER);
        event = meeting(there, 5);
        ConversationId other = answered();
        assertThat(db.fetchSingle(
                                "select count(*) from rsvps where event_id = ?",
                                event.eventId().value())
                        .get(0, int.class))
                .isZero();
        assertThat(commitments.of(here.system(), now(other).supporter(), 10)).hasSize(1);
    }
}
