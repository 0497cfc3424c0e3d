package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@RungTest
class ScriptsApiTest {
    static final String SCRIPT = """
            {"name": "Rent meeting",
             "firstText": "Hi {firstName|there}, this is {texter.firstName} with {organization.name}. Coming? Reply STOP to opt out.",
             "question": {"key": "coming", "words": "Are they coming?", "answers": [
               {"key": "yes", "label": "Yes", "reply": "Great!", "effects": [
                  {"do": "TAG", "tag": "coming"}, {"do": "ACTION", "action": "RSVPED"},
                  {"do": "PROMISE", "family": "COME", "title": "Rent meeting", "due": "2026-12-01T19:00:00Z"}],
                "next": {"key": "friend", "words": "Would they bring a friend?", "answers": [{"key": "sure", "label": "Sure"}]}},
               {"key": "stop", "label": "Opt out", "effects": [{"do": "OPT_OUT"}]}]}}""";

    @Autowired
    WebApplicationContext house;

    Program program;

    @BeforeEach
    void come() {
        program = Program.of(house);
    }

    @Test
    void a_script_comes_back_as_it_was_written() {
        var written = program.post("/scripts", SCRIPT);
        assertThat(written.status()).isEqualTo(201);
        var script = program.get("/scripts/" + written.id()).ok();
        assertThat(script.get("version").asInt()).isEqualTo(1);
        assertThat(script.at("/question/answers/0/effects/2/due").asString()).isEqualTo("2026-12-01T19:00:00Z");
        assertThat(script.at("/question/answers/0/next/key").asString()).isEqualTo("friend");
        assertThat(script.at("/question/answers/1/effects/0/do").asString()).isEqualTo("OPT_OUT");
        assertThat(program.get("/scripts").ok().get("items")).hasSize(1);
    }

    @Test
    void other_wordings_come_back_with_their_spanish_and_no_more_of_it_than_there_are() {
        var worded = """
                {"name": "Two ways", "firstText": "Hi {firstName|there}, coming? Reply STOP to end",
                 "wordings": ["Hello! Coming? Reply STOP to end"],
                 "variants": {"es": {"firstText": "Hola, ¿vienes?", "wordings": [%s]}}}""";
        var script = program.get("/scripts/"
                        + program.post("/scripts", worded.formatted("\"¡Buenas! ¿Vienes?\""))
                                .id())
                .ok();

        assertThat(script.at("/wordings/0").asString()).isEqualTo("Hello! Coming? Reply STOP to end");
        assertThat(script.at("/variants/es/wordings/0").asString()).isEqualTo("¡Buenas! ¿Vienes?");
        refused(program.post("/scripts", worded.formatted("\"a\", \"b\"")), 400, "variants.es.wordings");
        refused(
                program.post(
                        "/scripts",
                        "{\"name\": \"Five\", \"firstText\": \"a\", \"wordings\": [\"b\", \"c\", \"d\", \"e\"]}"),
                400,
                "wordings");
        assertThat(program.get("/scripts/" + program.post("/scripts", SCRIPT).id())
                        .ok()
                        .has("wordings"))
                .isFalse();
    }

    @Test
    void its_texts_in_spanish_come_back_as_they_were_written_and_those_who_speak_it_get_them() {
        var written = program.post("/scripts", spanish("""
                {"es": {"firstText": "Hola {firstName|vecina}, ¿vienes?", "replies": {"coming": {"yes": "¡Qué bien!"},
                        "friend": {"sure": "¡Gracias!"}}}}"""));
        assertThat(written.status()).isEqualTo(201);

        var script = program.get("/scripts/" + written.id()).ok();

        assertThat(script.at("/variants/es/firstText").asString()).isEqualTo("Hola {firstName|vecina}, ¿vienes?");
        assertThat(script.at("/variants/es/replies/coming/yes").asString()).isEqualTo("¡Qué bien!");
        assertThat(script.at("/variants/es/replies/friend/sure").asString()).isEqualTo("¡Gracias!");
        assertThat(script.at("/firstText").asString()).startsWith("Hi ");
        assertThat(program.post("/scripts", spanish("{}").replace("Rent meeting", "Plain"))
                        .ok()
                        .has("variants"))
                .isFalse();
    }

    @Test
    void texts_in_spanish_that_belong_nowhere_are_named_by_their_place() {
        refused(program.post("/scripts", spanish("{\"Español\": {\"firstText\": \"Hola\"}}")), 400, "variants.Español");
        refused(program.post("/scripts", spanish("{\"es\": {\"first\": \"Hola\"}}")), 400, "variants.es.first");
        refused(program.post("/scripts", spanish("{\"es\": null}")), 400, "variants.es");
        refused(
                program.post("/scripts", spanish("{\"es\": {\"replies\": {\"going\": {\"yes\": \"Sí\"}}}}")),
                400,
                "variants.es.replies.going");
        refused(
                program.post("/scripts", spanish("{\"es\": {\"replies\": {\"coming\": {\"perhaps\": \"Ya\"}}}}")),
                400,
                "variants.es.replies.coming.perhaps");
        refused(
                program.post("/scripts", spanish("{\"es\": {\"replies\": {\"coming\": {\"yes\": null}}}}")),
                400,
                "variants.es.replies.coming.yes");
        refused(program.post("/scripts", spanish("{\"es\": {\"firstText\": 7}}")), 400, "variants.es.firstText");
        refused(
                program.post("/scripts", spanish("{\"es\": {\"firstText\": \"" + "x".repeat(1_601) + "\"}}")),
                400,
                "variants.es.firstText");
        assertThat(program.get("/scripts").ok().get("items")).isEmpty();
    }

    private static String spanish(String variants) {
        return SCRIPT.replaceFirst(
                "\\{", "{\"variants\": " + java.util.regex.Matcher.quoteReplacement(variants) + ", ");
    }

    @Test
    void what_a_tree_may_not_hold_is_named_by_its_place() {
        refused(program.post("/scripts", SCRIPT.replace("\"key\": \"yes\", ", "")), 400, "question.answers[0].key");
        refused(
                program.post("/scripts", SCRIPT.replace("\"tag\": \"coming\"", "\"tga\": \"x\"")),
                400,
                "question.answers[0].effects[0].tga");
        refused(
                program.post("/scripts", SCRIPT.replace(", \"tag\": \"coming\"", "")),
                400,
                "question.answers[0].effects[0].tag");
        refused(
                program.post("/scripts", SCRIPT.replace("RSVPED", "RECRUIT_ROSE")),
                400,
                "question.answers[0].effects[1].action");
        refused(program.post("/scripts", SCRIPT.replace("OPT_OUT", "DANCE")), 400, "question.answers[1].effects[0].do");
        refused(
                program.post("/scripts", SCRIPT.replace("\"key\": \"friend\"", "\"key\": \"coming\"")),
                400,
                "question");
        assertThat(program.get("/scripts").ok().get("items")).isEmpty();
    }
}
