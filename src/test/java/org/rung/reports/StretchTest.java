package org.rung.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "America/New_York",
                "America/Phoenix",
                "Asia/Kolkata",
                "Africa/Casablanca",
                "Australia/Lord_Howe"
            })
    void a_moments_day_is_told_by_one_sum_in_every_stretch(String name) {
        var zone = ZoneId.of(name);
        var stretches = Stretch.of(zone, FIRST, LAST);
        var hours = Duration.between(
                        FIRST.atStartOfDay(zone).toInstant(),
                        LAST.atStartOfDay(zone).toInstant())
                .toMinutes();
        // Every hour and a bit, so that each side of each change of the clocks is looked at.
        IntStream.iterate(0, minute -> minute < hours, minute -> minute + 17).forEach(minute -> {
            var moment = FIRST.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(minute));
            var its = stretches.stream()
                    .filter(one -> !moment.isBefore(one.from()) && moment.isBefore(one.until()))
                    .toList();
            assertThat(its).as(moment.toString()).hasSize(1);
            assertThat(LocalDate.ofEpochDay(Math.floorDiv(
                            moment.getEpochSecond() + its.getFirst().offsetSeconds(), 86_400)))
                    .as(moment.toString())
                    .isEqualTo(LocalDate.ofInstant(moment, zone));
        });
    }

    @Test
    void the_clocks_change_between_two_stretches() {
        var stretches = Stretch.of(ZoneId.of("America/New_York"), LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 10));
        assertThat(stretches)
                .extracting(Stretch::from)
                .isEqualTo(List.of(Instant.parse("2026-03-07T05:00:00Z"), Instant.parse("2026-03-08T07:00:00Z")));
        assertThat(stretches).extracting(Stretch::offsetSeconds).containsExactly(-5 * 3_600, -4 * 3_600);
    }
}
