package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs define fields, bring people with where they live, cut turf on the map and give it to people. */
@RungTest
class LandApiTest {
    @Autowired
    WebApplicationContext house;

    Program program;

    @BeforeEach
    void a_program() {
        program = Program.of(house);
    }

    @Test
    void a_field_is_defined_with_its_type_and_values_are_held_to_it() {
        var made = program.post(
                "/fields", "{\"label\": \"Shirt size\", \"type\": \"CHOICE\", \"choices\": [\"S\", \"M\"]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/key")).isEqualTo("shirt_size");
        assertThat(program.post("/fields", "{\"label\": \"shirt  SIZE\"}").status())
                .isEqualTo(409);
        assertThat(outcome("\"fields\": {\"Shirt size\": \"m\"}")).isEqualTo("CREATED");
        assertThat(outcome("\"fields\": {\"shirt_size\": \"XXL\"}")).isEqualTo("REJECTED");
        var changed = program.put(
                "/fields/" + made.id(),
                "{\"label\": \"Shirt\", \"type\": \"CHOICE\", \"choices\": [\"S\", \"M\", \"XXL\"]}");
        assertThat(changed.at("/label")).isEqualTo("Shirt");
        assertThat(changed.at("/key")).as("filters name it").isEqualTo("shirt_size");
        assertThat(outcome("\"fields\": {\"shirt_size\": \"XXL\"}")).isEqualTo("CREATED");
        refused(program.put("/fields/" + made.id(), "{\"label\": \"Shirt\", \"type\": \"NUMBER\"}"), 400, "type");
        assertThat(program.get("/fields").ok().at("/items/0/choices/2").asString())
                .isEqualTo("XXL");
        assertThat(program.delete("/fields/" + made.id()).status()).isEqualTo(204);
        assertThat(program.delete("/fields/" + made.id()).status()).isEqualTo(404);
        assertThat(program.get("/fields").ok().at("/items").size()).isZero();
    }

    @Test
    void people_come_with_where_they_live_and_are_found_on_the_map() {
        var phone = Phones.fresh().text();
        var put = program.put("/supporters", """
            {"source": "test", "supporters": [{"firstName": "Ana", "phones": ["%s"], "address": "1200 12th St",
              "postalCode": "93721", "latitude": 37.8044, "longitude": -122.2712}]}\
            """.formatted(phone));
        var ana = program.get("/supporters/" + put.at("/items/0/id")).ok();
        assertThat(ana.at("/address").asString()).isEqualTo("1200 12th St");
        assertThat(ana.at("/latitude").asDouble()).isEqualTo(37.8044);
        var turf = program.post(
                "/turfs",
                "{\"name\": \"Near\", \"filters\": [{\"kind\": \"area\", \"values\": [\"near US 94612 3\", \"county"
                        + " 06001\"]}]}");
        assertThat(turf.status()).isEqualTo(201);
        var map = program.get("/people-map?south=37&west=-123&north=38&east=-122&zoom=9")
                .ok();
        assertThat(map.at("/items/0/people").asInt()).isOne();
        assertThat(program.get("/people-map?south=38&west=-123&north=37&east=-122&zoom=9")
                        .status())
                .isEqualTo(400);
        assertThat(outcome("\"latitude\": 37.8")).as("half of a place").isEqualTo("REJECTED");
        assertThat(outcome("\"latitude\": 137.8, \"longitude\": 0")).isEqualTo("REJECTED");
        refused(
                program.post(
                        "/turfs",
                        "{\"name\": \"Moon\", \"filters\": [{\"kind\": \"area\", \"values\": [\"circle of the"
                                + " moon\"]}]}"),
                400,
                "filter");
    }

    @Test
    void a_turf_is_given_and_taken_back() {
        var turf = program.post("/turfs", "{\"name\": \"Everyone\"}");
        var path = "/turfs/" + turf.id() + "/holders";
        assertThat(program.get(path).ok().at("/members").size()).isZero();
        refused(program.put(path, "{\"members\": [\"0QKDP6Y8R9T3V\"]}"), 400, "holders");
        refused(program.put(path, "{\"members\": [\"nobody\"]}"), 400, "members");
        assertThat(program.put(path, "{}").status()).isEqualTo(200);
        refused(program.post("/turfs/" + turf.id() + "/known-lists", "{\"members\": []}"), 400, "members");
    }

    private String outcome(String more) {
        return program.put(
                        "/supporters",
                        "{\"source\": \"test\", \"supporters\": [{\"phones\": [\""
                                + Phones.fresh().text() + "\"], " + more + "}]}")
                .at("/items/0/outcome");
    }
}
