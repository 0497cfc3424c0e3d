package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.ApiTokens;
import org.rung.common.ApiTokenId;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@RungTest
class ProblemsTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    ApiTokens tokens;

    Program program;

    @BeforeEach
    void come() {
        program = Program.of(house);
    }

    @Test
    void without_a_token_nobody_comes_in() {
        for (var other : new String[] {"", "rung_nothing"}) {
            var answer = program.withToken(other).get("/me");
            refused(answer, 401, "");
            assertThat(answer.raw().getHeader("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.at("/type")).isEqualTo("urn:rung:problem:token");
            assertThat(answer.at("/instance")).startsWith("urn:rung:request:");
        }
    }

    @Test
    void a_revoked_token_does_not_come_in_again() {
        var other = program.with(Permission.TEXT);
        assertThat(other.get("/me").status()).isEqualTo(200);
        var id = other.get("/me").ok().get("token").asString();
        tokens.revoke(program.system(), new ApiTokenId(Id.parse("token", id)));
        refused(other.get("/me"), 401, "");
    }

    @Test
    void a_missing_scope_is_named() {
        var answer = program.with(Permission.TEXT).get("/supporters");
        refused(answer, 403, "");
        assertThat(answer.at("/type")).isEqualTo("urn:rung:problem:scope");
        assertThat(answer.at("/detail")).contains("SEE_PEOPLE").contains("Settings");
    }

    @Test
    void a_detail_is_said_in_the_language_asked_for_and_in_english_otherwise() {
        var unknown = "/supporters/0000000000000";
        var english = program.get(unknown).at("/detail");
        assertThat(english).startsWith("There is no such supporter here.").endsWith("(0000000000000)");
        assertThat(program.speaks("ja").get(unknown).at("/detail")).isEqualTo(english);

        var spanish = program.speaks("es-MX,es;q=0.9,en;q=0.5");
        assertThat(spanish.get(unknown).at("/detail")).isEqualTo("Esta persona ya no está en la lista.");
        var answer = spanish.get("/supporters?limit=5000");
        assertThat(answer.at("/field")).isEqualTo("limit");
        assertThat(answer.at("/detail")).contains("tiene que estar entre");
    }

    @Test
    void a_missing_scope_is_told_before_the_body_is_read() {
        refused(program.with(Permission.TEXT).put("/supporters", "{"), 403, "");
    }

    @Test
    void json_that_is_broken_is_told_with_its_place() {
        var answer = program.post("/turfs", "{\"name\": \"Ward 3\",\n \"search\" }");
        refused(answer, 400, "body");
        assertThat(answer.at("/detail")).contains("line 2");
        refused(program.post("/turfs", ""), 400, "body");
        refused(program.post("/turfs", "{\"name\": \"a\"} {}"), 400, "body");
        refused(program.post("/turfs", "{\"name\": \"a\", \"name\": \"b\"}"), 400, "body");
    }

    @Test
    void a_field_that_is_not_known_is_refused_by_name() {
        var answer = program.put(
                "/supporters", "{\"source\": \"x\", \"supporters\": [{\"phones\": [], \"nickname\": \"N\"}]}");
        refused(answer, 400, "supporters[0].nickname");
        assertThat(answer.at("/detail")).contains("firstName").doesNotContain("\"N\"");
    }

    @Test
    void a_query_parameter_that_is_not_known_is_refused_by_name() {
        var answer = program.get("/supporters?fone=%2B15105550132");
        refused(answer, 400, "fone");
        assertThat(answer.at("/detail")).contains("phone").doesNotContain("5105550132");
    }

    @Test
    void a_value_of_the_wrong_kind_is_told_with_what_it_should_be() {
        refused(program.post("/turfs", "{\"name\": 7}"), 400, "name");
        refused(program.post("/turfs", "{\"name\": [\"a\"]}"), 400, "name");
        refused(program.post("/turfs", "[]"), 400, "body");
        refused(program.post("/turfs", "{\"name\": \"a\", \"filters\": \"tag\"}"), 400, "filters");
        refused(program.post("/turfs", "{\"name\": \"a\", \"filters\": [null]}"), 400, "filters[0]");
        var answer = program.post("/actions", "{\"supporter\": \"0000000000000\", \"type\": \"DANCED\"}");
        refused(answer, 400, "type");
        assertThat(answer.at("/detail")).contains("ATTENDED");
        refused(program.post("/actions", "[{\"supporter\": \"0000000000000\", \"type\": 3}]"), 400, "[0].type");
        refused(program.post("/actions", "{\"type\": \"SIGNED\", \"happenedAt\": \"yesterday\"}"), 400, "happenedAt");
        refused(program.post("/actions", "{\"type\": \"SIGNED\", \"quantity\": 1.5}"), 400, "quantity");
        refused(program.post("/actions", "{\"type\": \"SIGNED\", \"quantity\": \"1\"}"), 400, "quantity");
        refused(program.get("/supporters?limit=many"), 400, "limit");
        refused(program.get("/supporters?limit=0"), 400, "limit");
        refused(program.get("/supporters?limit=1001"), 400, "limit");
    }

    @Test
    void a_missing_field_is_named() {
        refused(program.post("/turfs", "{}"), 400, "name");
        refused(program.post("/scripts", "{\"name\": \"a\"}"), 400, "firstText");
        refused(program.put("/supporters", "{\"supporters\": []}"), 400, "supporters");
        refused(program.post("/actions", "[]"), 400, "actions");
    }

    @Test
    void an_id_that_is_none_is_told() {
        refused(program.get("/supporters/17"), 400, "id");
        refused(program.get("/turfs/%20"), 400, "id");
    }

    @Test
    void more_than_fits_is_refused() {
        var many = "{\"phones\": [\"+15105550132\"]},".repeat(1_001);
        var answer = program.put(
                "/supporters", "{\"source\": \"x\", \"supporters\": [" + many.substring(0, many.length() - 1) + "]}");
        refused(answer, 413, "");
        assertThat(answer.at("/detail")).contains("1,000");
        refused(program.post("/turfs", "{\"name\": \"" + "a".repeat(2_000_001) + "\"}"), 413, "");
        refused(program.post("/turfs", "{\"search\": \"\", \"name\": " + " ".repeat(2_000_001) + "\"a\"}"), 413, "");
        refused(program.post("/turfs", "[".repeat(1_000)), 400, "body");
    }

    @Test
    void a_wrong_method_is_told_with_the_right_ones() {
        var answer = program.call("PATCH", "/supporters", "application/json", "{}");
        refused(answer, 405, "");
        assertThat(answer.raw().getHeader("Allow")).contains("GET").contains("PUT");
    }

    @Test
    void a_wrong_content_type_is_told_with_the_right_one() {
        var answer = program.call("POST", "/turfs", "text/plain", "name=a");
        refused(answer, 415, "");
        assertThat(answer.at("/detail")).contains("application/json");
        refused(program.call("POST", "/turfs", "application/x-www-form-urlencoded", "name=a"), 415, "");
    }

    @Test
    void a_path_that_leads_nowhere_is_a_problem_too() {
        refused(program.get("/supporterz"), 404, "");
        refused(program.get("/supporters/0000000000000/shoe"), 404, "");
    }

    @Test
    void who_calls_too_often_is_told_when_to_come_back() {
        Program.Answer answer = program.get("/me");
        for (int i = 0; i < 20_000 && answer.status() == 200; i++) answer = program.get("/me");
        refused(answer, 429, "");
        assertThat(Integer.parseInt(answer.raw().getHeader("Retry-After"))).isBetween(1, 5);
        assertThat(program.with(Permission.TEXT).get("/me").status()).isEqualTo(200);
    }

    static void refused(Program.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.raw().getContentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.at("/type")).isNotEmpty();
        assertThat(answer.at("/title")).isNotEmpty();
        // A sentence, and behind it the id of what is missing, where something is.
        assertThat(answer.at("/detail")).matches("(?s).*\\.( \\([^()]+\\))?");
        assertThat(answer.at("/field")).isEqualTo(field);
    }
}
