package org.rung.nudges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.cast.Neighbor;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventStory;
import org.rung.promises.PromiseDraft;
import org.rung.promises.Promises;
import org.rung.rsvps.RsvpState;
import org.rung.texting.ConversationId;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody says about coming, written down in the conversation. */
class EventsInTalkTest extends EventStory {
    @Autowired
    ConversationRsvps talk;

    @Autowired
    Promises promises;

    @Autowired
    Commitments commitments;

    private ConversationId writes(Neighbor nia) {
        nia.texts("I would like to come");
        return new ConversationId(db.fetchSingle(
                        "select conversation_id from conversations where organization_id = ? and phone = ?",
                        here.organizationId().value(),
                        nia.phone().text())
                .get(0, Long.class));
    }

    @Test
    void a_place_is_written_down_where_it_was_said_and_a_loose_promise_becomes_it() {
        Event event = meeting();
        Neighbor nia = Neighbor.of(house, here.organizationId());
        ConversationId conversation = writes(nia);
        assertThat(talk.offered(ora, conversation)).isFalse();
        promises.writeDown(ora, conversation, new PromiseDraft(AskFamily.COME, "", Optional.empty(), ""), "request-1");
        assertThat(talk.offered(ora, conversation)).isTrue();
        assertThat(talk.choices(ora, conversation)).singleElement().satisfies(choice -> {
            assertThat(choice.full()).isFalse();
            assertThat(choice.said()).isEmpty();
        });

        var rsvp = talk.say(ora, conversation, event.shifts().getFirst().shiftId(), RsvpState.COMING);
        talk.say(ora, conversation, event.shifts().getFirst().shiftId(), RsvpState.COMING);
        assertThat(rsvp.state()).isEqualTo(RsvpState.COMING);
        assertThat(rsvp.phone()).contains(nia.phone());
        assertThat(commitments.of(system, rsvp.supporterId(), 10))
                .filteredOn(one -> one.state() == CommitmentState.PROMISED)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.target()).contains("event:" + event.eventId().text());
                    assertThat(one.cause().orElseThrow().topic()).isEqualTo(conversation.value());
                });
        assertThat(commitments.of(system, rsvp.supporterId(), 10))
                .extracting(Commitment::state)
                .contains(CommitmentState.RELEASED);
        assertThat(talk.offered(ora, conversation)).isFalse();
        assertThat(talk.choices(ora, conversation).getFirst().said()).contains(RsvpState.COMING);
    }

    @Test
    void a_texter_writes_nothing_down_in_a_conversation_that_is_not_theirs() {
        Event event = meeting();
        ConversationId conversation = writes(Neighbor.of(house, here.organizationId()));
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() ->
                        talk.say(tess, conversation, event.shifts().getFirst().shiftId(), RsvpState.COMING))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> talk.choices(tess, conversation)).isInstanceOf(Problem.class);
        assertThat(event.shifts()).hasSize(1);
    }
}
