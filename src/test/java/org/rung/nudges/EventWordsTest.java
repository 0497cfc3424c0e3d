package org.rung.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.cast.Neighbor;
import org.rung.common.Page;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventStory;
import org.rung.events.Keyword;
import org.rung.events.Shift;
import org.rung.rsvps.RsvpFilter;
import org.rung.rsvps.RsvpRow;
import org.rung.rsvps.RsvpState;

class EventWordsTest extends EventStory {

    @Test
    void whoever_texts_the_word_comes_once_however_often_it_is_delivered() {
        Event event = named("RENT", 3);
        Neighbor nia = Neighbor.of(house, here.organizationId());
        String text = nia.texts(" rent! ");
        assertThat(nia.delivers(text, " rent! ")).isFalse();
        assertThat(rows(event))
                .singleElement()
                .satisfies(row -> assertThat(row.rsvp().state()).isEqualTo(RsvpState.COMING));
        assertThat(nia.received()).singleElement().asString().contains("Rent meeting", "STOP");
        assertThat(waiting()).as("nobody is asked to answer it").isZero();
        assertThat(consents.of(here.organizationId(), nia.phone()).orElseThrow().textable())
                .isTrue();
    }

    @Test
    void where_there_are_several_times_it_asks_which_and_takes_the_number() {
        Event event = named("RENT", 3, 4, 5);
        Neighbor nia = Neighbor.of(house, here.organizationId());
        nia.texts("RENT");
        assertThat(nia.received()).singleElement().asString().contains("1)", "2)", "3)");
        assertThat(rows(event)).isEmpty();
        nia.texts("2");
        Shift second = event.shifts().get(1);
        assertThat(rows(event))
                .singleElement()
                .satisfies(row -> assertThat(row.rsvp().shiftId()).isEqualTo(second.shiftId()));
        nia.texts("rent 3");
        assertThat(rows(event)).hasSize(2);
    }

    @Test
    void stop_stays_stronger_and_a_bare_number_or_another_word_is_for_people() {
        Event event = named("RENT", 3);
        Neighbor nia = Neighbor.of(house, here.organizationId());
        nia.texts("STOP");
        int heard = nia.received().size();
        nia.texts("RENT");
        assertThat(rows(event)).isEmpty();
        assertThat(nia.received()).hasSize(heard);

        Neighbor bo = Neighbor.of(house, here.organizationId());
        bo.texts("2");
        bo.texts("Hello");
        assertThat(rows(event)).isEmpty();
        assertThat(bo.received()).isEmpty();
        assertThat(waiting()).isPositive();
    }

    @Test
    void whoever_texts_here_and_the_number_of_the_door_is_checked_in() {
        Event event = named("RENT", 3);
        Neighbor nia = Neighbor.of(house, here.organizationId());
        nia.texts("RENT");
        clock.set(event.shifts().getFirst().startsAt());
        nia.texts("here " + event.doorPin());
        assertThat(rows(event))
                .singleElement()
                .satisfies(row -> assertThat(row.rsvp().state()).isEqualTo(RsvpState.ATTENDED));
        Neighbor walkIn = Neighbor.of(house, here.organizationId());
        walkIn.texts("AQUÍ " + event.doorPin());
        assertThat(rows(event))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.rsvp().state()).isEqualTo(RsvpState.ATTENDED));
    }

    @Test
    void a_word_at_night_signs_up_at_once_and_is_answered_in_the_morning() {
        Event event = named("RENT", 3);
        // Their number is of California.
        clock.set(evening(1).plus(Duration.ofHours(8)));
        Neighbor nia = Neighbor.of(house, here.organizationId());
        nia.texts("RENT");
        assertThat(rows(event)).hasSize(1);
        assertThat(nia.received()).isEmpty();
        clock.tick(Duration.ofHours(14));
        assertThat(nia.received()).hasSize(1);
    }

    private Event named(String word, Integer... days) {
        return published(EventDraft.of(
                        "Rent meeting",
                        ZONE,
                        LIBRARY,
                        List.of(days).stream()
                                .map(day -> shift(day, Optional.empty()))
                                .toList())
                .with(new Keyword(word)));
    }

    private List<RsvpRow> rows(Event event) {
        return rsvps.page(system, event.eventId(), RsvpFilter.ALL, Page.Wanted.first(10))
                .rows();
    }

    private int waiting() {
        return db.fetchSingle(
                        "select count(*) from conversations where organization_id = ? and state = 'NEEDS_RESPONSE'",
                        here.organizationId().value())
                .get(0, int.class);
    }
}
