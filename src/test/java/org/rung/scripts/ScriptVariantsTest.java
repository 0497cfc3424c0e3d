package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;
import org.rung.links.ShortForm;

/** One script in two languages. */
class ScriptVariantsTest {
    private static final ScriptTree ENGLISH = new ScriptTree(
            "Hi {firstName|there}, will you come? Reply STOP to end",
            Optional.of(new Question(
                    "come",
                    "Coming?",
                    List.of(
                            answer(
                                    "yes",
                                    "Great!",
                                    Optional.of(new Question(
                                            "when",
                                            "When?",
                                            List.of(answer("late", "See you late", Optional.empty()))))),
                            answer("no", "Thanks anyway", Optional.empty())))));
    private static final ScriptTree BOTH = ENGLISH.saidIn(
            "es",
            path(0).withAnswer(
                            ENGLISH.alone("es").saying("Hola {firstName|}, ¿vienes? Responde STOP para salir"),
                            yes -> yes.saying("¡Genial!")));

    @Test
    void whoever_speaks_it_is_written_to_in_it_and_reads_the_usual_words_where_it_says_nothing() {
        var spanish = BOTH.in("es");

        assertThat(spanish.firstText()).startsWith("Hola");
        assertThat(replies(spanish)).containsExactly("¡Genial!", "See you late", "Thanks anyway");
        assertThat(BOTH.in("en")).isEqualTo(BOTH);
        assertThat(BOTH.in("ko")).isEqualTo(BOTH);
        assertThat(replies(BOTH)).containsExactly("Great!", "See you late", "Thanks anyway");
        assertThat(BOTH.unsaidIn("es")).isEqualTo(2);
    }

    @Test
    void it_is_read_again_as_it_was_stored() {
        assertThat(ScriptJson.read(ScriptJson.write(BOTH))).isEqualTo(BOTH);
        assertThat(ScriptJson.read(ScriptJson.write(ENGLISH)).variants()).isEmpty();
    }

    @Test
    void writing_in_one_language_leaves_the_other_as_it_is() {
        var english = BOTH.saying("Hello! Reply STOP to end");
        assertThat(english.in("es").firstText()).startsWith("Hola");

        var spanish = english.saidIn("es", english.alone("es").saying("Buenas. Responde STOP para salir"));
        assertThat(spanish.firstText()).isEqualTo("Hello! Reply STOP to end");
        assertThat(spanish.in("es").firstText()).startsWith("Buenas");
        assertThat(replies(spanish.in("es"))).startsWith("¡Genial!");
    }

    @Test
    void an_answer_that_is_removed_while_one_writes_the_other_language_takes_its_words_in_both_along() {
        var edited = TreePath.FIRST.withAnswers(BOTH.alone("es"), answers -> {
            answers.removeFirst();
            return answers;
        });

        var left = BOTH.saidIn("es", edited);

        assertThat(replies(left)).containsExactly("Thanks anyway");
        assertThat(left.variants())
                .isEqualTo(Map.of("es", Map.of("firstText", BOTH.in("es").firstText())));
    }

    @Test
    void what_is_emptied_in_the_other_language_is_said_in_the_usual_one_again() {
        var emptied = BOTH.saidIn("es", ENGLISH.alone("es"));

        assertThat(emptied).isEqualTo(ENGLISH);
        assertThat(emptied.variants()).isEmpty();
    }

    @Test
    void a_replacement_that_the_checks_offer_reaches_every_language() {
        assertThat(BOTH.withTexts(text -> text.replace("STOP", "STOP."))
                        .in("es")
                        .firstText())
                .contains("STOP. para salir");
    }

    @Test
    void the_checks_look_at_each_language_by_itself() {
        var facts = new ScriptFacts(
                "Tenants",
                "",
                Set.of("firstName"),
                List.of(Map.of("firstName", "Maya")),
                ShortForm.usual(URI.create("https://rung.example.org")));
        var named = BOTH.saying("It's the Tenants. Will you come? Reply STOP to end");
        assertThat(keys(ScriptChecks.of(named, facts))).contains("unsaid.LOOK", "variant.MUST");

        var whole = named.saidIn("es", named.in("es").saying("Somos Tenants. Vienes? Responde STOP para salir"));
        assertThat(keys(ScriptChecks.of(whole, facts))).contains("variant.OK").doesNotContain("variant.MUST");

        var silent = whole.saidIn("es", whole.in("es").saying("Somos Tenants. Vienes?"));
        assertThat(keys(ScriptChecks.of(silent, facts))).contains("variant.MUST");
    }

    @Test
    void languages_are_codes_and_texts_no_longer_than_others() {
        assertThatThrownBy(() -> with(Map.of("Spanish", Map.of("firstText", "Hola"))))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> with(Map.of("es", Map.of("firstText", "x".repeat(1_601)))))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(with(Map.of("es", Map.of("nowhere/at-all", "Hola"))).variants())
                .isEmpty();
    }

    private static ScriptTree with(Map<String, Map<String, String>> variants) {
        return new ScriptTree("Hi", Optional.empty(), Optional.empty(), variants);
    }

    private static AnswerChoice answer(String key, String reply, Optional<Question> next) {
        return new AnswerChoice(key, key, reply, List.of(), next);
    }

    private static TreePath path(int answer) {
        return TreePath.FIRST.into(answer);
    }

    private static List<String> replies(ScriptTree tree) {
        return ScriptChecks.texts(tree).entrySet().stream()
                .filter(text -> !text.getKey().isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> keys(List<Check> checks) {
        return checks.stream().map(check -> check.key() + "." + check.level()).toList();
    }
}
