package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;
import org.rung.hours.Place;

class LawfulWindowTest {
    private static final String EASTERN = "America/New_York";

    @Test
    void florida_closes_at_eight_in_the_evening_there() {
        TextingWindow miami = window(EASTERN, "US-FL");

        assertThat(miami.open(at("2026-11-10T00:59:59Z"))).isTrue();
        assertThat(miami.open(at("2026-11-10T01:00:00Z"))).isFalse();
        assertThat(miami.nextOpening(at("2026-11-10T01:00:00Z"))).isEqualTo(at("2026-11-10T14:00:00Z"));
    }

    @Test
    void a_sunday_in_texas_opens_at_noon_also_when_the_clocks_change_that_night() {
        TextingWindow dallas = window("America/Chicago", "US-TX");

        assertThat(dallas.nextOpening(at("2026-10-25T02:00:00Z"))).isEqualTo(at("2026-10-25T17:00:00Z"));
        // The clocks go back on 1 November and forward on 8 March, both Sundays.
        assertThat(dallas.nextOpening(at("2026-11-01T02:00:00Z"))).isEqualTo(at("2026-11-01T18:00:00Z"));
        assertThat(dallas.nextOpening(at("2027-03-14T03:00:00Z"))).isEqualTo(at("2027-03-14T17:00:00Z"));
        assertThat(dallas.nextOpening(at("2026-11-02T02:31:00Z"))).isEqualTo(at("2026-11-02T15:00:00Z"));
    }

    @Test
    void hours_end_when_the_law_closes_them() {
        // Eight in the evening in Miami, half an hour before the organization's own end.
        assertThat(window("America/New_York", "US-FL").closing(at("2026-11-09T20:00:00Z")))
                .isEqualTo(at("2026-11-10T01:00:00Z"));
    }

    @Test
    void a_saturday_evening_in_alabama_waits_for_monday() {
        assertThat(window("America/Chicago", "US-AL").nextOpening(at("2026-11-08T02:30:00Z")))
                .isEqualTo(at("2026-11-09T15:00:00Z"));
    }

    @Test
    void a_row_of_holidays_is_waited_out() {
        // Good Friday to Easter Monday of 2026.
        assertThat(window("Europe/Berlin", "DE").nextOpening(at("2026-04-02T19:00:00Z")))
                .isEqualTo(at("2026-04-04T08:00:00Z"));
        assertThat(window("Europe/Berlin", "DE").nextOpening(at("2026-04-04T16:00:00Z")))
                .isEqualTo(at("2026-04-07T07:00:00Z"));
    }

    @Test
    void arizona_keeps_its_clocks_and_half_hours_count() {
        assertThat(window("America/Phoenix", "US-AZ").nextOpening(at("2026-11-01T06:00:00Z")))
                .isEqualTo(at("2026-11-01T16:00:00Z"));
        assertThat(window("Asia/Kolkata", "IN").nextOpening(at("2026-07-01T00:00:00Z")))
                .isEqualTo(at("2026-07-01T04:30:00Z"));
    }

    @Test
    void the_break_at_noon_ends_at_two() {
        TextingWindow lyon = window("Europe/Paris", "FR");

        assertThat(lyon.open(at("2026-11-09T11:59:59Z"))).isTrue();
        assertThat(lyon.nextOpening(at("2026-11-09T12:00:00Z"))).isEqualTo(at("2026-11-09T13:00:00Z"));
    }

    @Test
    void hours_that_the_law_never_leaves_open_are_refused() {
        var late = new TextingWindow(
                List.of(ZoneId.of(EASTERN)), LocalTime.of(20, 0), LocalTime.of(21, 0), List.of(new Place("US-FL")));

        assertThatThrownBy(() -> late.nextOpening(at("2026-11-09T12:00:00Z"))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void the_organizations_hours_narrow_it_and_never_widen_it() {
        TextingWindow miami = window(EASTERN, "US-FL");

        assertThat(miami.within(LocalTime.of(8, 0), LocalTime.of(12, 0)).until())
                .isEqualTo(LocalTime.of(12, 0));
        assertThat(miami.within(LocalTime.of(8, 0), LocalTime.of(21, 0))).isEqualTo(miami);
    }

    private static TextingWindow window(String zone, String place) {
        return new TextingWindow(
                List.of(ZoneId.of(zone)), LocalTime.of(9, 0), LocalTime.of(20, 30), List.of(new Place(place)));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
