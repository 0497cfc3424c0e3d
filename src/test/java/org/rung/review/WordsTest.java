package org.rung.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void words_are_compared_without_case_accents_and_apostrophes() {
        assertThat(Words.of("¿Mañana? Don’t, O'Neil — 12:30!")).containsExactly("manana", "dont", "oneil", "12", "30");
        assertThat(Words.of("👍🏽 …")).isEmpty();
        assertThat(Words.of("x".repeat(90)).getFirst()).hasSize(40);
    }

    @Test
    void an_excerpt_marks_what_was_looked_for_and_cuts_around_it_without_breaking_a_sign() {
        String text = "🙌".repeat(150) + " Mañana we meet " + "🙌".repeat(150);
        Excerpt around = Excerpt.around(text, "manana");

        assertThat(around.pieces())
                .filteredOn(Excerpt.Piece::found)
                .extracting(Excerpt.Piece::text)
                .containsExactly("Mañana");
        String shown = around.pieces().stream().map(Excerpt.Piece::text).collect(Collectors.joining());
        assertThat(shown).startsWith("…").endsWith("…");
        assertThat(shown.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff))
                .isTrue();
        assertThat(Excerpt.whole(text, "meet").pieces().stream()
                        .map(Excerpt.Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
