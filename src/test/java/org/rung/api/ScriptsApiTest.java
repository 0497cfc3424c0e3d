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
