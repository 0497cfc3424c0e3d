package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitments;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** What programs say about promises and deeds, and where that puts people. */
@RungTest
class ClimbApiTest {
    private static final String NONE = "0000000000000";

    @Autowired
    WebApplicationContext house;

    @Autowired
    Commitments commitments;

    Program program;
    String nia;

    @BeforeEach
    void come() {
        program = Program.of(house);
        nia = program.put("/supporters", """
                {"source": "petition", "supporters": [{"firstName": "Nia", "phones": ["(510) 555-0132"]}]}""").ok().at("/items/0/id").asString();
    }

    @Test
    void promises_are_listed_and_settled_and_kept_ones_move_people() {
        var first = promises("Thursday");
        var second = promises("Saturday");
        assertThat(nia().at("/commitments/0/title").asString()).isEqualTo("Saturday");
        assertThat(nia().at("/commitments/0/state").asString()).isEqualTo("PROMISED");
        assertThat(nia().at("/commitments/0").has("settledAt")).isFalse();

        var kept = program.post("/commitments/" + first + "/kept").ok();
        assertThat(kept.get("state").asString()).isEqualTo("KEPT");
        assertThat(kept.get("settledBy").asString()).isEqualTo("HAND");
        assertThat(program.post("/commitments/" + first + "/kept").ok())
                .as("again")
                .isEqualTo(kept);
        program.post("/commitments/" + second + "/kept").ok();
        assertThat(position()).isEqualTo(4);

        assertThat(program.post("/commitments/" + second + "/broken").at("/state"))
                .isEqualTo("BROKEN");
        assertThat(position()).isEqualTo(1);
        assertThat(program.post("/commitments/" + first + "/released").at("/state"))
                .isEqualTo("RELEASED");
    }

    @Test
    void an_action_that_is_recorded_keeps_the_promise() {
        promises("Thursday");
        program.post("/actions", "{\"supporter\": \"%s\", \"type\": \"ATTENDED\"}".formatted(nia))
                .ok();
        assertThat(nia().at("/commitments/0/state").asString()).isEqualTo("KEPT");
        assertThat(nia().at("/commitments/0/settledBy").asString()).isEqualTo("ACTION");
    }

    @Test
    void promises_need_a_scope_and_are_missing_to_others() {
        var promise = promises("Thursday");
        var stranger = Program.of(house);
        for (var end : List.of("/kept", "/broken", "/released")) {
            assertThat(program.with(Permission.SEE_PEOPLE, Permission.TEXT)
                            .post("/commitments/" + promise + end)
                            .status())
                    .isEqualTo(403);
            PeopleApiTest.same(
                    stranger.post("/commitments/" + promise + end), stranger.post("/commitments/" + NONE + end));
        }
        refused(program.post("/commitments/x/kept"), 400, "id");
        assertThat(nia().at("/commitments/0/state").asString()).isEqualTo("PROMISED");
    }

    @Test
    void an_action_is_voided_with_a_reason_and_by_nobody_else() {
        var came = program.post("/actions", "{\"supporter\": \"%s\", \"type\": \"ATTENDED\"}".formatted(nia))
                .ok()
                .at("/items/0/id")
                .asString();
        assertThat(position()).isEqualTo(4);
        var why = "{\"reason\": \"Another Nia\"}";
        var stranger = Program.of(house);
        PeopleApiTest.same(
                stranger.post("/actions/" + came + "/void", why), stranger.post("/actions/" + NONE + "/void", why));
        assertThat(program.with(Permission.SEE_PEOPLE)
                        .post("/actions/" + came + "/void", why)
                        .status())
                .isEqualTo(403);
        refused(program.post("/actions/" + came + "/void", "{}"), 400, "reason");
        refused(program.post("/actions/" + came + "/void", "{\"reason\": \" \"}"), 400, "reason");
        refused(program.post("/actions/x/void", why), 400, "id");
        assertThat(position()).isEqualTo(4);

        assertThat(program.post("/actions/" + came + "/void", why).status()).isEqualTo(204);
        assertThat(program.post("/actions/" + came + "/void", why).status()).isEqualTo(204);
        assertThat(position()).isEqualTo(1);
    }

    private String promises(String title) {
        return commitments
                .promise(
                        program.system(),
                        new SupporterId(Id.parse("id", nia)),
                        AskFamily.COME,
                        title,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .text();
    }

    private JsonNode nia() {
        return program.get("/supporters/" + nia).ok();
    }

    private int position() {
        return nia().at("/standings/0/position").asInt();
    }
}
