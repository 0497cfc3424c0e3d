package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.events.EventId;
import org.rung.events.ShiftId;

class ScriptJsonTest {
    private static final Instant THURSDAY = Instant.parse("2026-11-26T19:00:00Z");

    private static Question question(String key, AnswerChoice... answers) {
        return new Question(key, "Coming “Thursday”?", List.of(answers));
    }

    private static AnswerChoice answer(String key, Optional<Question> next, Effect... effects) {
        return new AnswerChoice(key, "¡Sí! \"yes\" 🙂", "Great {firstName|}\n\\o/", List.of(effects), next);
    }

    @Test
    void what_is_written_is_read_again() {
        var tree = new ScriptTree(
                "Hi {firstName|there}, it’s us",
                Optional.of(question(
                        "coming",
                        answer(
                                "yes",
                                Optional.of(question("bring", answer("two", Optional.empty()))),
                                new Effect.AddTag("Tenant"),
                                new Effect.RecordAction(ActionType.RSVPED),
                                new Effect.Promise(AskFamily.COME, "Thursday's meeting", Optional.of(THURSDAY)),
                                new Effect.Rsvp(new EventId(7_000_000_000_001L), Optional.empty(), "Rent meeting"),
                                new Effect.Rsvp(
                                        new EventId(7_000_000_000_001L),
                                        Optional.of(new ShiftId(7_000_000_000_002L)),
                                        ""),
                                new Effect.Promise(AskFamily.BRING, "", Optional.empty())),
                        answer("no", Optional.empty(), new Effect.Decline()),
                        answer("stop", Optional.empty(), new Effect.OptOut()))));

        assertThat(ScriptJson.read(ScriptJson.write(tree))).isEqualTo(tree);
    }

    @Test
    void the_smallest_script_is_a_text() {
        assertThat(ScriptJson.read("{\"firstText\":\"Hi\"}")).isEqualTo(new ScriptTree("Hi", Optional.empty()));
        assertThat(ScriptJson.write(new ScriptTree("Hi", Optional.empty()))).isEqualTo("{\"firstText\":\"Hi\"}");
    }

    @Test
    void what_is_wrong_is_named() {
        refuses("nonsense", "JSON");
        refuses("[]", "must be an object");
        refuses("{\"firstText\":5}", "firstText must be text");
        refuses("{\"firstText\":\"\",\"question\":[]}", "question must be an object");
        refuses(withEffect("{\"do\":\"fly\"}"), "tag, action, promise, decline and optOut");
        refuses(withEffect("{\"do\":\"action\",\"type\":\"FLEW\"}"), "type must be one of");
        refuses(withEffect("{\"do\":\"tag\",\"tag\":\" \"}"), "tag is empty");
        refuses(withEffect("{\"do\":\"promise\",\"family\":\"COME\",\"due\":\"Thursday\"}"), "due is not a time");
        refuses("{\"firstText\":\"" + "x".repeat(1_601) + "\"}", "1,601 characters");
        refuses("{\"firstText\":\"" + "x".repeat(1_100_000) + "\"}", "megabyte");
        refuses("[".repeat(5_000), "JSON");
    }

    @Test
    void keys_name_one_thing_each() {
        assertThatThrownBy(() -> question("q", answer("a", Optional.empty()), answer("a", Optional.empty())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() ->
                        new ScriptTree("Hi", Optional.of(question("q", answer("a", Optional.of(question("q")))))))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> question("a b")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_script_is_at_most_12_deep_and_200_wide() {
        assertThat(deep(12).question("q12")).isPresent();
        assertThatThrownBy(() -> deep(13)).hasMessageContaining("12 deep");
        assertThat(wide(199).question().orElseThrow().answers()).hasSize(199);
        assertThatThrownBy(() -> wide(200)).hasMessageContaining("200");
    }

    private static ScriptTree deep(int depth) {
        Optional<Question> next = Optional.empty();
        for (int level = depth; level >= 1; level--) next = Optional.of(question("q" + level, answer("a", next)));
        return new ScriptTree("Hi", next);
    }

    private static ScriptTree wide(int answers) {
        var all = new ArrayList<AnswerChoice>();
        IntStream.range(0, answers).forEach(i -> all.add(answer("a" + i, Optional.empty())));
        return new ScriptTree("Hi", Optional.of(new Question("q", "?", all)));
    }

    private static String withEffect(String effect) {
        return "{\"firstText\":\"Hi\",\"question\":{\"key\":\"q\",\"words\":\"?\",\"answers\":[{\"key\":\"a\",\"effects\":["
                + effect + "]}]}}";
    }

    private static void refuses(String json, String why) {
        assertThatThrownBy(() -> ScriptJson.read(json))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(why);
    }
}
