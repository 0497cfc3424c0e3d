package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Permission;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs make tasks, finish them, and say who knows whom best. */
@RungTest
class TasksApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    DSLContext db;

    Program program;
    String nia;
    String tess;
    LocalDate day;

    @BeforeEach
    void come() {
        program = Program.of(house);
        nia = program.put(
                        "/supporters",
                        "{\"source\": \"Petition\", \"supporters\": [{\"firstName\": \"Nia\", \"phones\": [\"%s\"], \"tags\": [\"tenant\"]}]}"
                                .formatted(Phones.fresh().text()))
                .ok()
                .at("/items/0/id")
                .asString();
        tess = new NewOrganization(program.organization, db)
                .member(Role.TEXTER)
                .memberId()
                .text();
        day = LocalDate.now(ZoneOffset.UTC).plusDays(10);
    }

    private Program.Answer make(String requestId) {
        return program.post(
                "/supporters/" + nia + "/tasks",
                "{\"requestId\": \"%s\", \"title\": \"Call Nia\", \"day\": \"%s\"}".formatted(requestId, day));
    }

    @Test
    void a_task_goes_to_the_point_person_is_changed_once_and_finished() {
        assertThat(program.get("/supporters/" + nia + "/point-person").ok().has("member"))
                .isFalse();
        program.put("/supporters/" + nia + "/point-person", "{\"member\": \"%s\"}".formatted(tess))
                .ok();
        var made = make("r-1");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/owner")).isEqualTo(tess);
        assertThat(make("r-1").ok()).as("again").isEqualTo(made.ok());
        assertThat(program.get("/tasks?owner=" + tess).ok().get("items")).hasSize(1);

        String change = "{\"title\": \"Call Nia\", \"day\": \"%s\", \"revision\": 1}".formatted(day.plusDays(1));
        var changed = program.put("/tasks/" + made.id(), change);
        assertThat(changed.at("/day")).isEqualTo(day.plusDays(1).toString());
        assertThat(changed.ok().has("owner")).as("left out is nobody").isFalse();
        assertThat(program.put("/tasks/" + made.id(), change).status())
                .as("somebody was faster")
                .isEqualTo(409);
        var ended = program.post(
                "/tasks/" + made.id() + "/ended", "{\"outcome\": \"GOOD\", \"note\": \"Will host\", \"revision\": 2}");
        assertThat(ended.at("/state")).isEqualTo("DONE");
        assertThat(program.get("/tasks").ok().get("items")).isEmpty();
        assertThat(program.get("/tasks?list=DONE&supporter=" + nia)
                        .ok()
                        .at("/items/0/note")
                        .asString())
                .isEqualTo("Will host");
    }

    @Test
    void all_of_a_filter_get_a_point_person_and_what_is_wrong_is_named() {
        var many = program.post(
                "/point-people",
                "{\"member\": \"%s\", \"filter\": {\"filters\": [{\"kind\": \"tag\", \"values\": [\"tenant\"]}]}}"
                        .formatted(tess));
        assertThat(many.ok().get("supporters").asInt()).isEqualTo(1);
        assertThat(program.get("/supporters/" + nia + "/point-person").at("/member"))
                .isEqualTo(tess);
        refused(program.put("/supporters/" + nia + "/point-person", "{\"member\": \"0000000000000\"}"), 400, "member");
        refused(program.post("/supporters/" + nia + "/tasks", "{\"requestId\": \"r\", \"title\": \"x\"}"), 400, "day");
        refused(
                program.post(
                        "/supporters/" + nia + "/tasks",
                        "{\"requestId\": \"r\", \"title\": \"x\", \"day\": \"2020-01-01\"}"),
                400,
                "day");
        assertThat(Program.of(house)
                        .post(
                                "/supporters/" + nia + "/tasks",
                                "{\"requestId\": \"r\", \"title\": \"x\", \"day\": \"%s\"}".formatted(day))
                        .status())
                .as("another organization's")
                .isEqualTo(404);
        assertThat(program.with(Permission.TEXT).get("/tasks").status()).isEqualTo(403);
    }

    @Test
    void a_program_that_does_not_see_gifts_asks_no_filter_for_amounts() {
        String gave =
                "{\"name\": \"Givers\", \"filters\": [{\"kind\": \"gave\", \"key\": \"USD\", \"compare\": \"more\", \"values\": [\"20\"]}]}";
        refused(program.with(Permission.CUT_TURF, Permission.SEE_PEOPLE).post("/turfs", gave), 400, "filter");
        assertThat(program.post("/turfs", gave).status()).isEqualTo(201);
    }
}
