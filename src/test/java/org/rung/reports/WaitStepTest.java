package org.rung.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitStepTest {
    @Test
    void the_median_lies_in_the_step_in_which_half_of_all_have_been() {
        // Ten under half a minute, ten from four to eight minutes.
        var waits = Map.of(0, 10L, 4, 10L);
        assertThat(WaitStep.minutes(waits, 0.5).orElseThrow()).isEqualTo(0.5, within(0.001));
        assertThat(WaitStep.minutes(waits, 0.75).orElseThrow()).isEqualTo(6, within(0.001));
        assertThat(WaitStep.minutes(waits, 1).orElseThrow()).isEqualTo(8, within(0.001));
    }

    @Test
    void nobody_waited_says_nothing() {
        assertThat(WaitStep.minutes(Map.of(), 0.5)).isEmpty();
    }

    @Test
    void soon_is_under_sixteen_minutes() {
        assertThat(WaitStep.soon(Map.of(5, 3L, 6, 4L))).isEqualTo(3);
    }
}
