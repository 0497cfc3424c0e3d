package org.rung.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;

class FilterLineTest {
    @Test
    void a_link_from_the_ladder_asks_for_the_people_of_a_rung() {
        var asked = FilterLine.asked(
                Map.of("kind", List.of("rung"), "key", List.of("COMMITMENT"), "value", List.of("3", "4")));

        assertThat(asked).contains(new FilterLine("rung", "COMMITMENT", List.of("3", "4")));
    }

    @Test
    void a_plain_address_asks_for_nothing() {
        assertThat(FilterLine.asked(Map.of("value", List.of("3")))).isEmpty();
    }

    @Test
    void an_address_that_someone_made_up_is_refused_by_name() {
        assertThatThrownBy(() -> FilterLine.asked(Map.of("kind", List.of("x".repeat(41)))))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("kind");
    }
}
