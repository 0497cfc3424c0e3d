package org.rung.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;

class EventsTest extends EventStory {

    @Test
    void a_draft_is_nobodys_to_see_until_it_is_published() {
        EventId id =
                events.make(ora, EventDraft.of("Rent meeting", ZONE, LIBRARY, List.of(shift(3, Optional.empty()))));
        Event draft = events.get(ora, id);
        assertThat(events.byCode(draft.code())).isEmpty();

        events.publish(ora, id);
        assertThat(events.byCode(draft.code())).map(Event::state).contains(EventState.PUBLISHED);
        assertThatThrownBy(() -> events.publish(ora, id)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void without_a_time_it_is_not_published_unless_others_are_held_under_it() {
        EventId bare = events.make(ora, EventDraft.of("Some day", ZONE, Venue.NONE, List.of()));
        assertThatThrownBy(() -> events.publish(ora, bare)).isInstanceOf(Problem.Invalid.class);

        EventId umbrella = events.make(
                ora,
                EventDraft.of("House meetings", ZONE, Venue.NONE, List.of()).asUmbrella("Bring name tags"));
        events.publish(ora, umbrella);
        assertThat(events.get(ora, umbrella).state()).isEqualTo(EventState.PUBLISHED);
    }

    @Test
    void only_who_runs_campaigns_makes_events_and_nobody_sees_those_of_others() {
        var draft = EventDraft.of("Rent meeting", ZONE, LIBRARY, List.of(shift(3, Optional.empty())));
        assertThatThrownBy(() -> events.make(here.member(Role.TEXTER), draft)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> events.make(here.member(Role.COORDINATOR), draft))
                .isInstanceOf(Problem.Refused.class);

        Event ours = meeting();
        var strangers = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThatThrownBy(() -> events.get(strangers, ours.eventId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> events.cancel(strangers, ours.eventId())).isInstanceOf(Problem.Missing.class);
        assertThat(events.page(strangers, EventFilter.UPCOMING, Page.Wanted.first(10))
                        .rows())
                .isEmpty();
    }

    @Test
    void of_two_who_change_it_the_second_is_told() {
        Event seen = meeting();
        var draft = EventDraft.of("Another name", ZONE, LIBRARY, keeping(seen, Duration.ZERO));
        events.change(ora, seen.eventId(), draft, seen.sequence());
        assertThatThrownBy(() -> events.change(ora, seen.eventId(), draft, seen.sequence()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void another_time_is_a_move_and_another_title_is_none() {
        Event event = meeting();
        events.change(
                ora,
                event.eventId(),
                EventDraft.of("Rents", ZONE, LIBRARY, keeping(event, Duration.ZERO)),
                event.sequence());
        Event renamed = events.get(ora, event.eventId());
        assertThat(renamed.movedAt()).isEmpty();
        assertThat(renamed.sequence()).isGreaterThan(event.sequence());

        events.change(
                ora,
                event.eventId(),
                EventDraft.of("Rents", ZONE, LIBRARY, keeping(renamed, Duration.ofHours(1))),
                renamed.sequence());
        assertThat(events.get(ora, event.eventId()).movedAt()).contains(clock.instant());
    }

    @Test
    void a_shift_that_is_left_out_is_called_off_once_it_was_published() {
        Event event = published(EventDraft.of(
                "Canvass", ZONE, LIBRARY, List.of(shift(3, Optional.empty()), shift(4, Optional.empty()))));
        events.change(
                ora,
                event.eventId(),
                EventDraft.of(
                        "Canvass", ZONE, LIBRARY, List.of(kept(event.shifts().getFirst(), Duration.ZERO))),
                event.sequence());
        assertThat(events.get(ora, event.eventId()).shifts())
                .extracting(Shift::cancelled)
                .containsExactly(false, true);
    }

    @Test
    void a_word_starts_one_open_event_at_a_time() {
        var word = new Keyword("rent");
        Event first = published(EventDraft.of("Rent meeting", ZONE, LIBRARY, List.of(shift(3, Optional.empty())))
                .with(word));
        EventId second = events.make(
                ora,
                EventDraft.of("Rent party", ZONE, LIBRARY, List.of(shift(4, Optional.empty())))
                        .with(word));
        assertThatThrownBy(() -> events.publish(ora, second)).isInstanceOf(Problem.Conflict.class);
        events.cancel(ora, first.eventId());
        events.publish(ora, second);
        assertThat(events.byKeyword(here.organizationId(), List.of("RENT"))).containsEntry("RENT", second);
        for (String wrong : List.of("STOP", "help", "a", "two words", "1ST", "ÄÖÜ")) {
            assertThatThrownBy(() -> new Keyword(wrong)).as(wrong).isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void what_has_ended_is_over_and_stands_among_the_past() {
        Event event = meeting();
        clock.tick(Duration.ofDays(4));
        while (events.end(100)) {}
        assertThat(events.get(ora, event.eventId()).state()).isEqualTo(EventState.OVER);
        assertThat(events.page(ora, EventFilter.UPCOMING, Page.Wanted.first(10)).rows())
                .isEmpty();
        assertThat(events.page(ora, EventFilter.PAST, Page.Wanted.first(10)).rows())
                .extracting(EventRow::eventId)
                .containsExactly(event.eventId());
        assertThatThrownBy(() -> events.cancel(ora, event.eventId())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_list_comes_in_pages_the_next_first() {
        var ids = List.of(5, 2, 9).stream()
                .map(days -> published(
                                EventDraft.of("In " + days, ZONE, LIBRARY, List.of(shift(days, Optional.empty()))))
                        .eventId())
                .toList();
        var first = events.page(ora, EventFilter.UPCOMING, Page.Wanted.first(2));
        var rest = events.page(ora, EventFilter.UPCOMING, new Page.Wanted(first.next(), 2));
        assertThat(first.rows()).extracting(EventRow::eventId).containsExactly(ids.get(1), ids.get(0));
        assertThat(rest.rows()).extracting(EventRow::eventId).containsExactly(ids.get(2));
        assertThat(rest.next()).isEmpty();
    }

    private static List<ShiftDraft> keeping(Event event, Duration later) {
        return event.shifts().stream().map(shift -> kept(shift, later)).toList();
    }

    private static ShiftDraft kept(Shift shift, Duration later) {
        return new ShiftDraft(
                Optional.of(shift.shiftId()),
                shift.name(),
                shift.startsAt().plus(later),
                shift.endsAt().plus(later),
                shift.capacity());
    }
}
