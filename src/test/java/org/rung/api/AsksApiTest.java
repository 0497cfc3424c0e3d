package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.common.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs read and write asks, in more than one language. */
@RungTest
class AsksApiTest {
    @Autowired
    WebApplicationContext house;

    Program program;
    String rung;

    @BeforeEach
    void a_ladder() {
        program = Program.of(house);
        rung = program.get("/asks").ok().at("/items/0/rungs/0/rung").asString();
    }

    @Test
    void an_ask_is_written_in_two_languages_and_a_change_that_says_nothing_of_them_leaves_them() {
        var made = program.post("/asks", body("""
                "variants": {"es": {"title": "Ven a la marcha", "words": "¿Vienes?"}}"""));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/variants/es/title")).isEqualTo("Ven a la marcha");

        var kept = program.put("/asks/" + made.id(), body("\"revision\": 1"));
        assertThat(kept.at("/variants/es/words")).isEqualTo("¿Vienes?");
        var gone = program.put("/asks/" + made.id(), body("\"revision\": 2, \"variants\": {}"));
        assertThat(gone.ok().at("/variants").isEmpty()).isTrue();
    }

    @Test
    void what_is_wrong_is_named_and_neither_strangers_nor_the_scopeless_write() {
        refused(
                program.post("/asks", body("\"variants\": {\"Spanish\": {\"title\": \"x\"}}")),
                400,
                "variants.Spanish");
        refused(program.post("/asks", body("\"variants\": {\"es\": null}")), 400, "variants.es");
        refused(
                program.post("/asks", body("\"variants\": {\"es\": {\"title\": \"" + "x".repeat(121) + "\"}}")),
                400,
                "variants");
        var made = program.post("/asks", body("\"variants\": {\"es\": {\"title\": \"Ven\"}}"));
        var stranger = Program.of(house);
        var theirs = stranger.get("/asks").ok().at("/items/0/rungs/0/rung").asString();
        assertThat(stranger.put("/asks/" + made.id(), body("\"revision\": 1").replace(rung, theirs))
                        .status())
                .isEqualTo(404);
        assertThat(program.with(Permission.SEE_LADDER)
                        .put("/asks/" + made.id(), body("\"revision\": 1"))
                        .status())
                .isEqualTo(403);
    }

    private String body(String more) {
        return """
                {"rungs": ["%s"], "family": "COME", "title": "March", "words": "Will you march?", %s}""".formatted(rung, more);
    }
}
