package org.rung.nudges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rung.cast.Neighbor;
import org.rung.checkin.CheckIns;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.Event;
import org.rung.events.EventStory;
import org.springframework.beans.factory.annotation.Autowired;

class GuestMessagesTest extends EventStory {
    @Autowired
    GuestMessages messages;

    @Autowired
    CheckIns checkIns;

    private void look() {
        while (messages.write(50)) {}
    }

    @Test
    void what_a_host_asks_for_leaves_once_an_organizer_lets_it_go_and_to_each_guest_once() {
        Event event = meeting();
        hosts.add(ora, event.eventId(), person("Hana"));
        var door =
                checkIns.door(hosts.of(ora, event.eventId()).getFirst().token()).orElseThrow();
        Neighbor nia = Neighbor.of(house, here.organizationId());
        comes(person("Nia", nia.phone()), event);
        messages.ask(door, "Bring a chair, {firstName|friend}");
        look();
        assertThat(nia.received()).isEmpty();

        var waiting = messages.of(ora, event.eventId(), 10).getFirst();
        clock.tick(Duration.ofMinutes(1));
        messages.decide(ora, event.eventId(), waiting.guestMessageId(), true);
        assertThatThrownBy(() -> messages.decide(ora, event.eventId(), waiting.guestMessageId(), false))
                .isInstanceOf(Problem.Conflict.class);
        look();
        look();
        assertThat(nia.received()).containsExactly("Bring a chair, Nia");
        assertThatThrownBy(() -> messages.write(here.member(Role.COORDINATOR), event.eventId(), "Hi"))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_link_that_went_astray_asks_five_times_and_no_more() {
        Event event = meeting();
        hosts.add(ora, event.eventId(), person("Hana"));
        var door =
                checkIns.door(hosts.of(ora, event.eventId()).getFirst().token()).orElseThrow();
        for (int i = 0; i < GuestMessages.WAITING; i++) messages.ask(door, "Number " + i);
        assertThatThrownBy(() -> messages.ask(door, "One more")).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> messages.ask(door, " ")).isInstanceOf(Problem.class);
    }
}
