package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Three tenants, by the API alone. */
@RungTest
class FrozenTurfsApiTest {
    @Autowired
    WebApplicationContext house;

    Program program;
    String everyone;
    String someone;

    @BeforeEach
    void come() {
        program = Program.of(house);
        for (int i = 0; i < 3; i++)
            someone = program.put(
                            "/supporters",
                            "{\"source\": \"Petition\", \"supporters\": [{\"firstName\": \"Nia\", \"phones\": [\"%s\"], \"tags\": [\"tenant\"]}]}"
                                    .formatted(Phones.fresh().text()))
                    .ok()
                    .at("/items/0/id")
                    .asString();
        everyone = program.post(
                        "/turfs",
                        "{\"name\": \"Tenants\", \"filters\": [{\"kind\": \"tag\", \"values\": [\"tenant\"]}]}")
                .id();
    }

    @Test
    void a_turf_is_divided() {
        var lists = program.post("/turfs/" + everyone + "/lists", "{\"parts\": 2}");

        assertThat(lists.status()).isEqualTo(201);
        assertThat(lists.ok().get("turfs")).hasSize(2);
        assertThat(program.get("/turfs").ok().get("items")).hasSize(3);
        refused(program.post("/turfs/" + everyone + "/lists", "{\"parts\": 4}"), 400, "parts");
        refused(program.post("/turfs/" + everyone + "/lists", "{}"), 400, "parts");
        assertThat(Program.of(house)
                        .post("/turfs/" + everyone + "/lists", "{\"parts\": 2}")
                        .status())
                .as("another organization's")
                .isEqualTo(404);
    }

    @Test
    void what_was_put_together_by_hand_has_no_filter_to_drift_from() {
        var list = program.post("/turfs", "{\"name\": \"A list\", \"supporters\": [\"%s\"]}".formatted(someone))
                .id();

        assertThat(program.get("/turfs/" + list + "/drift").status()).isEqualTo(409);
        assertThat(program.post("/turfs/" + list + "/freeze", "{}").status()).isEqualTo(409);
        assertThat(program.get("/turfs/" + everyone + "/drift").status()).isEqualTo(409);
    }

    @Test
    void a_campaign_in_one_wording_has_no_results_to_compare() {
        var script = program.post("/scripts", ScriptsApiTest.SCRIPT).id();
        var campaign = program.post(
                        "/campaigns",
                        "{\"name\": \"Rent\", \"turf\": \"%s\", \"script\": \"%s\"}".formatted(everyone, script))
                .id();

        assertThat(program.get("/campaigns/" + campaign + "/wordings").ok()).isEmpty();
        assertThat(Program.of(house).get("/campaigns/" + campaign + "/wordings").status())
                .isEqualTo(404);
    }
}
