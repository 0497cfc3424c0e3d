package org.rung.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextedTest {

    @Test
    void only_what_can_be_meant_is_looked_up() {
        assertThat(Texted.of("rent")).contains(new Texted.Word("RENT", Optional.empty()));
        assertThat(Texted.of("Rent 2.")).contains(new Texted.Word("RENT", Optional.of(2)));
        assertThat(Texted.of("#3")).contains(new Texted.Which(3));
        assertThat(Texted.of("aquí 01234")).contains(new Texted.Here("01234"));
        for (String talk : List.of("", "  ", "Yes I am coming", "rent is too damn high", "12345", "2nd", "a", "🙂")) {
            assertThat(Texted.of(talk)).as(talk).isEmpty();
        }
    }

    @Test
    void facts_that_are_not_known_are_said_by_other_words() {
        assertThat(NudgeWords.filled("Hi {firstName|there}, {event}", Map.of("firstName", "", "event", "Rent")))
                .isEqualTo("Hi there, Rent");
        assertThat(NudgeWords.filled("News {firstName|}: {event}", Map.of("event", "$1 {when}")))
                .isEqualTo("News : $1 {when}");
    }
}
