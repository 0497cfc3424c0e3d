package org.rung.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WeeksTest {
    private static final ZoneId OAKLAND = ZoneId.of("America/Los_Angeles");

    @Test
    void a_week_goes_from_monday_to_monday_by_the_clocks_of_the_place() {
        var weeks = Weeks.until(Instant.parse("2026-10-13T17:00:00Z"), OAKLAND, 3);

        assertThat(weeks.mondays())
                .containsExactly(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 12));
        assertThat(weeks.begins(2)).isEqualTo(Instant.parse("2026-10-12T07:00:00Z"));
        assertThat(weeks.ends(1)).isEqualTo(weeks.begins(2));
    }

    @Test
    void late_on_sunday_there_is_still_the_old_week_though_it_is_monday_elsewhere() {
        assertThat(Weeks.until(Instant.parse("2026-10-12T06:59:59Z"), OAKLAND, 1)
                        .mondays())
                .containsExactly(LocalDate.of(2026, 10, 5));
        assertThat(Weeks.until(Instant.parse("2026-10-12T07:00:00Z"), OAKLAND, 1)
                        .mondays())
                .containsExactly(LocalDate.of(2026, 10, 12));
    }

    @Test
    void the_week_in_which_clocks_change_is_an_hour_longer_or_shorter_and_has_no_gap() {
        var weeks = Weeks.until(Instant.parse("2026-11-10T12:00:00Z"), OAKLAND, 52);
        for (int week = 1; week < weeks.count(); week++)
            assertThat(weeks.begins(week)).isEqualTo(weeks.ends(week - 1));

        assertThat(lasts(weeks, LocalDate.of(2026, 10, 26))).isEqualTo(Duration.ofHours(169));
        assertThat(lasts(weeks, LocalDate.of(2026, 3, 2))).isEqualTo(Duration.ofHours(167));
    }

    private static Duration lasts(Weeks weeks, LocalDate monday) {
        int week = weeks.mondays().indexOf(monday);
        return Duration.between(weeks.begins(week), weeks.ends(week));
    }
}
