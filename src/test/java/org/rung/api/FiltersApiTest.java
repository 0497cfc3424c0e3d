package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.bulk.BulkJobId;
import org.rung.bulk.BulkWork;
import org.rung.cast.Phones;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs save filters in groups, cut turfs by them, and do something with everyone who matches. */
@RungTest
class FiltersApiTest {
    private static final String GROUPS = """
            {"match": "any", "groups": [
              {"filters": [{"kind": "tag", "values": ["host"]}]},
              {"match": "all", "filters": [{"kind": "place", "key": "city", "values": ["Oakland"]},
                {"kind": "tag", "not": true, "values": ["bike"]}]}]}""";

    @Autowired
    WebApplicationContext house;

    @Autowired
    BulkWork work;

    Program program;

    @BeforeEach
    void three_people() {
        program = Program.of(house);
        var put = program.put("/supporters", """
                {"source": "test", "supporters": [
                  {"firstName": "Ana", "city": "Richmond", "phones": ["%s"], "tags": ["host"]},
                  {"firstName": "Ben", "city": "Oakland", "phones": ["%s"], "tags": ["bike"]},
                  {"firstName": "Cam", "city": "Oakland", "phones": ["%s"]}]}""".formatted(
                Phones.fresh().text(), Phones.fresh().text(), Phones.fresh().text()));
        assertThat(put.status()).isEqualTo(200);
    }

    @Test
    void a_filter_in_groups_is_saved_listed_named_by_a_turf_and_then_not_deleted() {
        var saved = program.post("/saved-filters", "{\"name\": \"Ours\", \"filter\": " + GROUPS + "}");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.at("/filter/match")).isEqualTo("any");
        assertThat(saved.ok().at("/filter/groups/1/filters/1/not").asBoolean()).isTrue();
        assertThat(program.get("/saved-filters").ok().at("/items/0/name").asString())
                .isEqualTo("Ours");
        var turf = program.post(
                "/turfs",
                "{\"name\": \"Turf of ours\", \"filters\": [{\"kind\": \"saved\", \"values\": [\"" + saved.id()
                        + "\"]}]}");
        assertThat(turf.status()).isEqualTo(201);
        assertThat(program.delete("/saved-filters/" + saved.id()).status()).isEqualTo(409);
        var grouped = program.post("/turfs", GROUPS.replaceFirst("\\{", "{\"name\": \"Groups\", "));
        assertThat(grouped.status()).isEqualTo(201);
        assertThat(grouped.ok().at("/groups").size()).isEqualTo(2);
        assertThat(grouped.ok().at("/filters")).isEmpty();
    }

    @Test
    void everyone_who_matches_is_tagged_by_a_job_and_it_is_undone() {
        var begun = program.post("/bulk", "{\"kind\": \"TAG\", \"tag\": \"new\", \"filter\": " + GROUPS + "}");
        assertThat(begun.status()).isEqualTo(202);
        work.finish(program.system(), new BulkJobId(Id.parse("id", begun.id())));
        var done = program.get("/bulk/" + begun.id()).ok();
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("changed").asInt()).isEqualTo(2);
        assertThat(program.post("/bulk/" + begun.id() + "/undo").at("/state")).isEqualTo("UNDOING");
        work.finish(program.system(), new BulkJobId(Id.parse("id", begun.id())));
        assertThat(program.get("/bulk").ok().at("/items/0/state").asString()).isEqualTo("UNDONE");
        assertThat(program.post("/bulk/" + begun.id() + "/undo").status()).isEqualTo(409);
    }

    @Test
    void what_could_mean_more_people_than_was_said_is_refused() {
        refused(program.post("/bulk", "{\"kind\": \"TAG\", \"tag\": \"new\"}"), 400, "supporters");
        refused(program.post("/bulk", "{\"kind\": \"TAG\", \"tag\": \"new\", \"supporters\": []}"), 400, "supporters");
        refused(
                program.post("/bulk", "{\"kind\": \"TAG\", \"tag\": \"new\", \"filter\": {\"groups\": []}}"),
                400,
                "groups");
        refused(
                program.post("/bulk", "{\"kind\": \"TAG\", \"tag\": \"new\", \"filter\": {\"match\": \"any\"}}"),
                400,
                "groups");
        refused(
                program.post(
                        "/bulk",
                        "{\"kind\": \"TAG\", \"tag\": \"new\", \"filter\": {\"filters\": [{\"kind\": \"tag\","
                                + " \"not\": true, \"values\": [\"gone\"]}]}}"),
                400,
                "filter");
        assertThat(program.post("/bulk", "{\"kind\": \"ERASE\", \"filter\": " + GROUPS + ", \"confirmed\": 3}")
                        .status())
                .isEqualTo(409);
        assertThat(program.get("/bulk").ok().get("items")).isEmpty();
    }

    @Test
    void it_needs_its_scopes_and_is_missing_to_others() {
        var begun = program.post("/bulk", "{\"kind\": \"TAG\", \"tag\": \"new\", \"filter\": " + GROUPS + "}");
        assertThat(program.with(Permission.SEE_PEOPLE)
                        .post("/bulk", "{\"kind\": \"TAG\", \"tag\": \"new\", \"filter\": " + GROUPS + "}")
                        .status())
                .isEqualTo(403);
        assertThat(program.with(Permission.TEXT).get("/saved-filters").status()).isEqualTo(403);
        assertThat(Program.of(house).get("/bulk/" + begun.id()).status()).isEqualTo(404);
    }
}
