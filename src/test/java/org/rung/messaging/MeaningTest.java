package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.senders.Meaning;

class MeaningTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop! ",
                "S.T.O.P.",
                "Stop all",
                "STOPALL",
                "unsubscribe",
                "Cancel",
                "end",
                "QUIT",
                "revoke",
                "OPTOUT",
                "opt out",
                "Opt-Out.",
                "STOP \uD83D\uDED1",
                "ＳＴＯＰ"
            })
    void a_whole_stop_word_is_a_stop(String body) {
        assertThat(Meaning.of(body)).isEqualTo(Meaning.STOP);
        assertThat(Meaning.reserved(body)).isTrue();
    }

    @Test
    void the_other_words_mean_what_carriers_say() {
        assertThat(Meaning.of("start")).isEqualTo(Meaning.START);
        assertThat(Meaning.of("Unstop")).isEqualTo(Meaning.START);
        assertThat(Meaning.of("help?")).isEqualTo(Meaning.HELP);
        assertThat(Meaning.of("INFO")).isEqualTo(Meaning.HELP);
        assertThat(Meaning.of("YES")).isEqualTo(Meaning.PLAIN);
        assertThat(Meaning.reserved("Yes")).isTrue();
        assertThat(Meaning.reserved("JOIN")).isFalse();
        assertThat(Meaning.of("")).isEqualTo(Meaning.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we have to STOP this bill",
                "please remove me",
                "take me off your list",
                "Lose my number",
                "don't text me again",
                "No me escriban más",
                "quítenme de la lista"
            })
    void a_sentence_that_sounds_like_it_is_only_a_suggestion(String body) {
        assertThat(Meaning.of(body)).isEqualTo(Meaning.PLAIN);
        assertThat(SoftWords.in(body)).contains(SoftWords.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wrong number", "sorry, wrong person!", "Número equivocado"})
    void a_wrong_number_is_suggested_as_such(String body) {
        assertThat(SoftWords.in(body)).contains(SoftWords.WRONG_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes, I'll be there!", "The bus stopped", "this weekend?", "Nonstop work", "¿A qué hora?"})
    void other_sentences_suggest_nothing(String body) {
        assertThat(SoftWords.in(body)).isEmpty();
    }
}
