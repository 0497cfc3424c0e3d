package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;

class TextingWindowTest {
    @Test
    void it_is_open_from_its_first_minute_and_closed_at_its_last() {
        TextingWindow window = window("America/New_York");

        assertThat(window.open(at("2026-11-02T13:59:59Z"))).isFalse();
        assertThat(window.open(at("2026-11-02T14:00:00Z"))).isTrue();
        assertThat(window.open(at("2026-11-03T01:29:59Z"))).isTrue();
        assertThat(window.open(at("2026-11-03T01:30:00Z"))).isFalse();
    }

    @Test
    void clocks_that_change_overnight_move_the_opening() {
        // New York leaves summer time on 1 November 2026: nine o'clock is an hour later in UTC the morning after.
        assertThat(window("America/New_York").nextOpening(at("2026-11-01T02:00:00Z")))
                .isEqualTo(at("2026-11-01T14:00:00Z"));
        assertThat(window("America/New_York").nextOpening(at("2026-10-31T02:00:00Z")))
                .isEqualTo(at("2026-10-31T13:00:00Z"));
        // Arizona does not change its clocks.
        assertThat(window("America/Phoenix").nextOpening(at("2026-11-01T06:00:00Z")))
                .isEqualTo(at("2026-11-01T16:00:00Z"));
        assertThat(window("America/Phoenix").nextOpening(at("2026-10-31T06:00:00Z")))
                .isEqualTo(at("2026-10-31T16:00:00Z"));
    }

    @Test
    void half_hour_zones_and_zones_across_midnight_are_exact() {
        assertThat(window("America/St_Johns").nextOpening(at("2026-07-01T05:00:00Z")))
                .isEqualTo(at("2026-07-01T11:30:00Z"));
        assertThat(window("Pacific/Auckland").nextOpening(at("2026-07-01T12:00:00Z")))
                .isEqualTo(at("2026-07-01T21:00:00Z"));
        assertThat(window("Asia/Kathmandu").open(at("2026-07-01T03:15:00Z"))).isTrue();
        assertThat(window("Asia/Kathmandu").open(at("2026-07-01T03:14:59Z"))).isFalse();
    }

    @Test
    void hours_end_when_the_first_of_its_zones_closes() {
        assertThat(window("America/New_York").closing(at("2026-11-02T14:00:00Z")))
                .isEqualTo(at("2026-11-03T01:30:00Z"));
        assertThat(window("America/New_York", "America/Los_Angeles").closing(at("2026-07-01T16:00:00Z")))
                .isEqualTo(at("2026-07-02T00:30:00Z"));
        // In the evening there it is the next day in UTC, and in the morning of Auckland the day before.
        assertThat(window("America/Los_Angeles").closing(at("2026-07-02T03:00:00Z")))
                .isEqualTo(at("2026-07-02T03:30:00Z"));
        assertThat(window("Pacific/Auckland").closing(at("2026-07-01T21:00:00Z")))
                .isEqualTo(at("2026-07-02T08:30:00Z"));
    }

    @Test
    void several_zones_must_all_be_open() {
        TextingWindow window = window("America/New_York", "America/Los_Angeles");

        assertThat(window.open(at("2026-07-01T14:00:00Z"))).isFalse();
        assertThat(window.nextOpening(at("2026-07-01T14:00:00Z"))).isEqualTo(at("2026-07-01T16:00:00Z"));
        assertThat(window.open(at("2026-07-02T00:29:00Z"))).isTrue();
        assertThat(window.open(at("2026-07-02T00:30:00Z"))).isFalse();
        assertThat(window.commonHours(at("2026-07-01T05:00:00Z"))).isEqualTo(Duration.ofMinutes(8 * 60 + 30));
    }

    @Test
    void zones_on_the_two_sides_of_the_world_have_no_hour_in_common() {
        TextingWindow window = new TextingWindow(
                Arrays.asList(ZoneId.of("America/New_York"), ZoneId.of("Asia/Shanghai")),
                LocalTime.of(9, 30),
                LocalTime.of(20, 30));

        assertThat(window.commonHours(at("2026-07-01T05:00:00Z"))).isZero();
        assertThatThrownBy(() -> window.nextOpening(at("2026-07-01T05:00:00Z"))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void one_zone_is_open_for_the_hours_it_names_on_any_day() {
        assertThat(window("Europe/Berlin").commonHours(at("2026-03-28T23:00:00Z")))
                .isEqualTo(Duration.ofMinutes(11 * 60 + 30));
        // From one in the afternoon, the lost hour of the night brings the next noon an hour nearer.
        assertThat(window("Europe/Berlin").commonHours(at("2026-03-28T12:00:00Z")))
                .isEqualTo(Duration.ofMinutes(12 * 60 + 30));
    }

    @Test
    void hours_outside_eight_to_nine_do_not_exist() {
        assertThatThrownBy(() -> new TextingWindow(
                        Arrays.asList(ZoneId.of("Europe/Berlin")), LocalTime.of(7, 59), LocalTime.of(20, 0)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new TextingWindow(
                        Arrays.asList(ZoneId.of("Europe/Berlin")), LocalTime.of(9, 0), LocalTime.of(21, 1)))
                .isInstanceOf(Problem.Invalid.class);
    }

    private static TextingWindow window(String... zones) {
        return new TextingWindow(
                Arrays.stream(zones).map(ZoneId::of).toList(), LocalTime.of(9, 0), LocalTime.of(20, 30));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
