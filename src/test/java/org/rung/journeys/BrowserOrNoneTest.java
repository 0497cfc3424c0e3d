package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserOrNoneTest {
    private static final Optional<Path> CHROMIUM = Optional.of(Path.of("/usr/bin/chromium"));

    @Test
    void without_a_browser_journeys_are_left_out_at_home_and_fail_where_nothing_may_be_missing() {
        var atHome = BrowserOrNone.whether(Optional.empty(), Optional.empty());
        assertThat(atHome.isDisabled()).isTrue();
        assertThat(atHome.getReason().orElseThrow()).contains("No Chromium found: install it");

        assertThat(BrowserOrNone.whether(Optional.empty(), Optional.of("true")).isDisabled())
                .isFalse();
        assertThat(BrowserOrNone.whether(CHROMIUM, Optional.empty()).isDisabled())
                .isFalse();
    }
}
