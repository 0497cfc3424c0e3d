package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    /** As R's binom::binom.wilson(15, 100) says. */
    @Test
    void its_bounds_are_wilsons() {
        var share = new Share(15, 100);

        assertThat(share.share()).isEqualTo(0.15);
        assertThat(share.low()).isCloseTo(0.0931, within(0.0002));
        assertThat(share.high()).isCloseTo(0.2328, within(0.0002));
    }

    @Test
    void nothing_known_is_anything() {
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
        assertThat(new Share(0, 20).low()).isZero();
        assertThat(new Share(0, 20).high()).isBetween(0.1, 0.2);
        assertThat(new Share(20, 20).high()).isEqualTo(1);
    }

    @Test
    void a_few_are_no_difference_and_many_are() {
        assertThat(new Share(6, 10).clearlyAbove(new Share(3, 10))).isFalse();
        assertThat(new Share(600, 1_000).clearlyAbove(new Share(300, 1_000))).isTrue();
        assertThat(new Share(5, 5).clearlyAbove(new Share(0, 0))).isFalse();
    }
}
