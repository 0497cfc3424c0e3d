package org.rung.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant STARTS = Instant.parse("2026-03-20T22:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-03-23T01:00:00Z");

    @Test
    void days_are_those_of_the_calendar_where_it_is() {
        assertThat(said(STARTS.minus(Duration.ofDays(12)))).isEqualTo("In 12 days");
        assertThat(said(Instant.parse("2026-03-19T04:05:00Z")))
                .as("just after midnight")
                .isEqualTo("Tomorrow");
        assertThat(said(Instant.parse("2026-03-20T03:55:00Z")))
                .as("just before midnight")
                .isEqualTo("Tomorrow");
        assertThat(said(Instant.parse("2026-03-20T04:05:00Z"))).isEqualTo("Today");
        assertThat(said(STARTS.plusSeconds(60))).isEqualTo("Today");
        assertThat(said(Instant.parse("2026-03-22T12:00:00Z"))).isEqualTo("It has begun");
        assertThat(said(ENDS)).isEqualTo("Over");
    }

    @Test
    void it_is_said_in_spanish_too() {
        var left = Countdown.to(STARTS, ENDS, ZONE, STARTS.minus(Duration.ofDays(12)));
        assertThat(left.said().in(Locale.of("es"))).isEqualTo("En 12 días");
    }

    private static String said(Instant now) {
        return Countdown.to(STARTS, ENDS, ZONE, now).said().in(Locale.ENGLISH);
    }
}
