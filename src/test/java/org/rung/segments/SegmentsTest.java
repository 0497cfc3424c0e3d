package org.rung.segments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
    @ParameterizedTest
    @CsvSource({
        "a,0,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "ê,70,1", "ê,71,2", "😀,35,1",
        "😀,36,2", "😀,66,2", "😀,67,3"
    })
    void a_text_is_cut_as_carriers_cut_it(String character, int times, int segments) {
        assertThat(Segments.of(character.repeat(times)).count()).isEqualTo(segments);
    }

    @Test
    void a_curly_quote_makes_the_whole_text_ucs2_and_is_named() {
        Segments cut = Segments.of("It\u2019s on");

        assertThat(cut.gsm()).isFalse();
        assertThat(cut.culprit()).contains("\u2019");
        assertThat(Segments.plainForm("\u2019")).contains("'");
        assertThat(Segments.of(Segments.plain("It\u2019s on")).gsm()).isTrue();
    }

    @Test
    void a_character_of_two_units_is_never_split_across_a_border() {
        // 152 and then a euro: it does not fit into the 153 of the first part, so 153 more do not fit into the second.
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(151)).count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).count()).isEqualTo(3);
        assertThat(Segments.of("ê".repeat(66) + "😀" + "ê".repeat(66)).count()).isEqualTo(3);
    }

    @Test
    void plain_forms_keep_what_the_alphabet_already_has() {
        assertThat(Segments.plain("¿Vienes mañana? ¡Sí! — “claro”…")).isEqualTo("¿Vienes mañana? ¡Si! - \"claro\"...");
        assertThat(Segments.plain("😀")).isEqualTo("😀");
        assertThat(Segments.plainForm("😀")).isEmpty();
    }
}
