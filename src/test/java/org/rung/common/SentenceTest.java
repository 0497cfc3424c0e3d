package org.rung.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final Locale SPANISH = Locale.of("es");

    @Test
    void a_problem_names_the_field_as_its_reader_knows_it() {
        var wrong = new Problem.Invalid("firstName", "problem.too-long", 1_000);

        assertThat(wrong).hasMessage("firstName is longer than 1,000 characters");
        assertThat(wrong.in(Locale.ENGLISH)).isEqualTo("First name is longer than 1,000 characters.");
        assertThat(wrong.in(Locale.of("es", "MX"))).isEqualTo("Nombre: admite como máximo 1,000 caracteres.");
        assertThat(wrong.in(SPANISH)).isEqualTo("Nombre: admite como máximo 1.000 caracteres.");
        assertThat(wrong.about("supporters[3].tag").in(Locale.ENGLISH))
                .isEqualTo("Supporters[3].tag is longer than 1,000 characters.");
    }

    @Test
    void another_language_than_those_we_speak_gets_english_also_on_a_spanish_machine() {
        var before = Locale.getDefault();
        Locale.setDefault(SPANISH);
        try {
            assertThat(new Problem.Conflict("problem.closed").in(Locale.JAPANESE))
                    .isEqualTo(new Problem.Conflict("problem.closed").getMessage())
                    .startsWith("This conversation");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void what_is_missing_names_its_id_to_programs_and_not_to_people() {
        var missing = new Problem.Missing("supporter", new MemberId(7));

        assertThat(missing.getMessage()).endsWith("(" + new MemberId(7).text() + ")");
        assertThat(missing.in(SPANISH)).isEqualTo("Esta persona ya no está en la lista.");
    }

    @Test
    void several_sentences_are_said_one_after_another_in_one_language() {
        var why = Sentence.of(
                "problem.campaign-not-ready",
                List.of(Sentence.of("problem.closed"), Sentence.of("problem.first-first")));

        assertThat(why.in(SPANISH))
                .isEqualTo("todavía no puede empezar. Esta conversación está cerrada. Reábrela para contestar."
                        + " Primero va el primer mensaje. Envía ese.");
    }

    @Test
    void what_was_stored_is_said_in_any_language_later() {
        var stored = new Problem.Invalid("phone", "problem.phone-country", "US").text();
        var counted = new Problem.Invalid("tag\tx", "problem.length", 1, 1_600L).text();

        assertThat(Problem.Invalid.read(stored).orElseThrow().in(Locale.ENGLISH))
                .isEqualTo("Phone is not a valid number in US: check the digits.");
        assertThat(Problem.Invalid.read(stored).orElseThrow().in(SPANISH))
                .isEqualTo("Teléfono: no es un número válido en US; revisa las cifras.");
        assertThat(Problem.Invalid.read(counted).orElseThrow()).hasMessageContaining("1 to 1,600");
        assertThat(Sentence.read(Sentence.of("problem.permission", Sentence.of("accounts.scope.IMPORT"))
                                .text())
                        .orElseThrow()
                        .in(SPANISH))
                .contains("Importar listas");
    }

    @Test
    void words_that_were_stored_as_words_are_no_sentence_with_a_key() {
        assertThat(Problem.Invalid.read("Phone is not a phone number")).isEmpty();
        assertThat(Problem.Invalid.read("phone\tPhone is not a phone number")).isEmpty();
        assertThat(Problem.Invalid.read("phone\tproblem.no-such-key\t#1")).isEmpty();
        assertThat(Problem.Invalid.read("phone\tproblem.length\t")).isEmpty();
        assertThat(Problem.Invalid.read("phone\tproblem.length\t#many")).isEmpty();
    }
}
