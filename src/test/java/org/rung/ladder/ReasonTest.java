package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final Instant DAY = Instant.parse("2026-10-13T17:00:00Z");

    private static String said(Reason reason, String language) {
        return reason.in(Locale.of(language), ZoneOffset.UTC);
    }

    @Test
    void one_day_is_one_day_and_a_date_has_its_year_in_both_languages() {
        assertThat(said(Reason.faded(DAY, 1), "en")).contains("Nothing new for one day;", "2026");
        assertThat(said(Reason.faded(DAY, 90), "en")).contains("for 90 days;");
        assertThat(said(Reason.faded(DAY, 1), "es")).contains("Nada nuevo en un día;", "2026");
        assertThat(said(Reason.faded(DAY, 90), "es")).contains("en 90 días;");
        assertThat(said(Reason.slipping(DAY, "Observing"), "en")).contains("Oct 13, 2026");
    }
}
