package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameWordsTest {
    @ParameterizedTest
    @CsvSource({
        "It’s “Tess” – coming?, It's \"Tess\" - coming?",
        "See you…, See you...",
        "'Thursday at 6,\u00a0or\u202f7?', 'Thursday at 6, or 7?'",
        "' Hi\r\n\r\nMaya ', 'Hi\n\nMaya'",
        "Hi\u200b Maya, Hi Maya",
        "Hi Maya, Sent from your Twilio trial account - Hi Maya",
        "It’s Tess, Sent from your Twilio trial account - It's Tess",
        "¿Vienes el sábado? 🙌, ¿Vienes el sábado? 🙌"
    })
    void letters_that_providers_change_make_no_other_words(String ours, String theirs) {
        assertThat(SameWords.of(ours, theirs)).isTrue();
    }

    @Test
    void other_words_are_other_words() {
        assertThat(SameWords.of("Hi Maya", "Hi Mara")).isFalse();
        assertThat(SameWords.of("Hi Maya", "")).isFalse();
        assertThat(SameWords.of("Hi Maya", "Hi Maya, coming?")).isFalse();
        assertThat(SameWords.of("👍", "👎")).isFalse();
        assertThat(SameWords.of("Yes", "Sent from your Twilio trial account -")).isFalse();
    }
}
