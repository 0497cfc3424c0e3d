package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@RungTest
class PeopleApiTest {
    private static final String NIA = """
            {"source": "petition", "consent": "Checked the box", "supporters": [
              {"firstName": "Nia", "lastName": "Adeyemi", "phones": ["(510) 555-0132"], "tags": ["tenant"],
               "zone": "America/Los_Angeles"}]}""";

    @Autowired
    WebApplicationContext house;

    @Autowired
    Consents consents;

    @Autowired
    Members members;

    Program program;

    @BeforeEach
    void come() {
        program = Program.of(house);
    }

    @Test
    void a_token_learns_what_it_may_do() {
        var me = program.with(Permission.SEE_PEOPLE, Permission.ASSIGN)
                .get("/me")
                .ok();
        assertThat(me.get("scopes").toString()).isEqualTo("[\"SEE_PEOPLE\",\"ASSIGN\"]");
        assertThat(me.at("/organization/id").asString()).isEqualTo(program.organization.text());
        assertThat(me.at("/organization/country").asString()).isEqualTo("US");
    }

    @Test
    void putting_the_same_people_twice_changes_nothing() {
        var first = program.put("/supporters", NIA).ok();
        assertThat(first.at("/items/0/outcome").asString()).isEqualTo("CREATED");
        assertThat(first.at("/counts/CREATED").asInt()).isEqualTo(1);
        var again = program.put("/supporters", NIA).ok();
        assertThat(again.at("/items/0/outcome").asString()).isEqualTo("UNCHANGED");
        assertThat(again.at("/items/0/id")).isEqualTo(first.at("/items/0/id"));
        var changed =
                program.put("/supporters", NIA.replace("Adeyemi", "Okafor")).ok();
        assertThat(changed.at("/items/0/outcome").asString()).isEqualTo("UPDATED");

        var found = program.get("/supporters?phone=%2B15105550132").ok();
        assertThat(found.get("items")).hasSize(1);
        assertThat(found.at("/items/0/lastName").asString()).isEqualTo("Okafor");
        assertThat(found.at("/items/0/phones/0/number").asString()).isEqualTo("+15105550132");
        assertThat(found.at("/items/0/phones/0/consent").asString()).isEqualTo("OPTED_IN");
        assertThat(found.at("/items/0/tags/0").asString()).isEqualTo("tenant");
        assertThat(program.get("/supporters?phone=+15105550132").ok()).isEqualTo(found);
    }

    @Test
    void a_list_of_nobody_makes_no_turf_of_everyone() {
        program.put("/supporters", NIA).ok();

        var refused = program.post("/turfs", "{\"name\": \"Nobody\", \"supporters\": []}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("supporters").contains("send at least one");
        assertThat(program.get("/turfs").ok().get("items")).isEmpty();
    }

    @Test
    void one_bad_person_does_not_stop_the_others() {
        var answer = program.put("/supporters", """
                {"source": "x", "supporters": [
                  {"firstName": "A", "phones": ["12"]},
                  {"firstName": "B", "phones": ["+15105550133"]},
                  {"firstName": "C", "phones": []},
                  {"firstName": "D"},
                  {"firstName": "E", "phones": ["+15105550134"], "email": "nobody"},
                  {"firstName": "F", "phones": ["+15105550135"], "zone": "Mars"},
                  {"firstName": "%s", "phones": ["+15105550136"], "fields": {"Building": "12B"}}]}""".formatted("x".repeat(81))).ok();
        assertThat(answer.at("/counts/REJECTED").asInt()).isEqualTo(6);
        assertThat(answer.at("/counts/CREATED").asInt()).isEqualTo(1);
        assertThat(answer.at("/items/0/field").asString()).isEqualTo("phones[0]");
        assertThat(answer.at("/items/0/reason").asString()).contains("phones[0]");
        assertThat(answer.at("/items/1/outcome").asString()).isEqualTo("CREATED");
        assertThat(answer.at("/items/4/field").asString()).isEqualTo("email");
        assertThat(answer.at("/items/5/field").asString()).isEqualTo("zone");
        assertThat(answer.at("/items/6/reason").asString()).startsWith("firstName ");
        assertThat(program.get("/supporters").ok().get("items")).hasSize(1);
    }

    @Test
    void custom_fields_are_made_by_their_names_and_come_back_by_their_keys() {
        var id = program.put("/supporters", NIA.replace("\"tags\"", "\"fields\": {\"Building\": \"12B\"}, \"tags\""))
                .ok()
                .at("/items/0/id")
                .asString();
        assertThat(program.get("/supporters/" + id).ok().at("/fields/building").asString())
                .isEqualTo("12B");
    }

    @Test
    void without_consent_nobody_may_be_texted_and_an_opt_out_stays() {
        program.put("/supporters", NIA.replace("\"consent\": \"Checked the box\",", ""))
                .ok();
        var phone = new PhoneNumber("+15105550132");
        assertThat(consents.of(program.organization, phone)).isEmpty();
        consents.record(
                program.system(),
                phone,
                ConsentKind.OPTED_OUT,
                ConsentSource.REPLY,
                "STOP",
                Instant.parse("2026-01-01T00:00:00Z"));
        program.put("/supporters", NIA).ok();
        assertThat(consents.of(program.organization, phone).orElseThrow().textable())
                .isFalse();
    }

    @Test
    void two_programs_that_put_the_same_people_at_once_make_them_once() throws Exception {
        var people = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            people.append("{\"firstName\": \"P\", \"phones\": [\"+1510555%04d\"]},".formatted(1000 + i));
        }
        var body = "{\"source\": \"x\", \"consent\": \"yes\", \"supporters\": ["
                + people.substring(0, people.length() - 1) + "]}";
        List<Future<Integer>> calls = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++)
                calls.add(threads.submit(() -> program.put("/supporters", body).status()));
            for (var call : calls) assertThat(call.get()).isEqualTo(200);
        }
        assertThat(program.get("/supporters?limit=1000").ok().get("items")).hasSize(50);
    }

    @Test
    void pages_hang_together() {
        for (int i = 0; i < 5; i++) {
            program.put(
                            "/supporters",
                            "{\"source\": \"x\", \"supporters\": [{\"firstName\": \"P%d\", \"phones\": [\"+1510555014%d\"]}]}"
                                    .formatted(i, i))
                    .ok();
        }
        var seen = new ArrayList<String>();
        var path = "/supporters?limit=2";
        for (var page = program.get(path).ok(); ; ) {
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            if (!page.has("next")) break;
            page = program.get(path + "&after="
                            + URLEncoder.encode(page.get("next").asString(), StandardCharsets.UTF_8))
                    .ok();
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(program.get("/supporters?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    void numbers_are_shown_only_to_those_who_may_see_them() {
        var id = program.put("/supporters", NIA).ok().at("/items/0/id").asString();
        var other = program.with(Permission.SEE_PEOPLE, Permission.SEE_LADDER);
        assertThat(other.get("/supporters").text()).contains("Nia").doesNotContain("5550132");
        assertThat(other.get("/supporters/" + id).text()).contains("Nia").doesNotContain("5550132");
    }

    @Test
    void an_erased_person_is_gone() {
        var id = program.put("/supporters", NIA).ok().at("/items/0/id").asString();
        var erased = program.delete("/supporters/" + id);
        assertThat(erased.status()).isEqualTo(204);
        assertThat(erased.text()).isEmpty();
        refused(program.get("/supporters/" + id), 404, "");
        refused(program.delete("/supporters/" + id), 404, "");
    }

    @Test
    void actions_move_people_up_and_once_keys_count_once() {
        var id = program.put("/supporters", NIA).ok().at("/items/0/id").asString();
        assertThat(program.get("/supporters/" + id)
                        .ok()
                        .at("/standings/0/position")
                        .asInt())
                .isEqualTo(1);
        var signed = "{\"supporter\": \"%s\", \"type\": \"SIGNED\", \"onceKey\": \"petition-1\"}".formatted(id);
        var first = program.post("/actions", signed);
        assertThat(first.status()).isEqualTo(201);
        assertThat(program.post("/actions", signed).ok()).isEqualTo(first.json());
        assertThat(program.get("/supporters/" + id)
                        .ok()
                        .at("/standings/0/position")
                        .asInt())
                .isEqualTo(2);

        var ladders = program.get("/ladders").ok();
        assertThat(ladders.get("items")).hasSize(2);
        assertThat(ladders.at("/items/0/kind").asString()).isEqualTo("COMMITMENT");
        var board =
                program.get("/ladders/" + ladders.at("/items/0/id").asString()).ok();
        assertThat(board.at("/rungs/0/people").asLong()).isZero();
        assertThat(board.at("/rungs/1/people").asLong()).isEqualTo(1);
        var giving =
                program.get("/ladders/" + ladders.at("/items/1/id").asString()).ok();
        assertThat(giving.at("/rungs/0/people").asLong()).isEqualTo(1);
    }

    @Test
    void of_many_actions_all_are_recorded_or_none() {
        var id = program.put("/supporters", NIA).ok().at("/items/0/id").asString();
        var good = "{\"supporter\": \"%s\", \"type\": \"SIGNED\"}".formatted(id);
        var many = program.post("/actions", "[" + good + "," + good + "]").ok();
        assertThat(many.get("items")).hasSize(2);
        var stranger = Program.of(house);
        var theirs = stranger.put("/supporters", NIA).ok().at("/items/0/id").asString();
        refused(
                program.post("/actions", "[" + good.replace("SIGNED", "GAVE") + "," + good.replace(id, theirs) + "]"),
                404,
                "");
        refused(program.post("/actions", "[" + good + ",{}]"), 400, "[1].supporter");
        assertThat(program.get("/supporters/" + id)
                        .ok()
                        .at("/standings/0/position")
                        .asInt())
                .isEqualTo(2);
        assertThat(program.get("/supporters/" + id)
                        .ok()
                        .at("/standings/1/position")
                        .asInt())
                .isEqualTo(1);
        var none = good.replace("}", ", \"campaign\": \"0000000000000\"}");
        refused(program.post("/actions", none), 404, "");
        var recruited = good.replace("SIGNED", "RECRUITED");
        refused(program.post("/actions", recruited.replace("}", ", \"recruit\": \"" + theirs + "\"}")), 404, "");
        refused(program.post("/actions", good.replace("}", ", \"recruit\": \"" + id + "\"}")), 400, "recruit");
        var tooMany = (good + ",").repeat(1_001);
        refused(program.post("/actions", "[" + tooMany.substring(0, tooMany.length() - 1) + "]"), 413, "");
        refused(program.post("/actions", good.replace("}", ", \"verification\": \"HUMAN\"}")), 400, "verification");
        refused(
                program.post("/actions", good.replace("}", ", \"happenedAt\": \"2999-01-01T00:00:00Z\"}")),
                400,
                "happenedAt");
    }

    @Test
    void turf_is_cut_as_a_filter_or_as_a_list() {
        var id = program.put("/supporters", NIA).ok().at("/items/0/id").asString();
        var filter = program.post(
                "/turfs", "{\"name\": \"Tenants\", \"filters\": [{\"kind\": \"tag\", \"values\": [\"tenant\"]}]}");
        assertThat(filter.status()).isEqualTo(201);
        assertThat(filter.raw().getHeader("Location")).isEqualTo("/api/v1/turfs/" + filter.id());
        assertThat(filter.ok().get("textable").asLong()).isEqualTo(1);
        var list = program.post("/turfs", "{\"name\": \"A list\", \"supporters\": [\"%s\"]}".formatted(id))
                .ok();
        assertThat(list.get("kind").asString()).isEqualTo("LIST");
        assertThat(program.get("/turfs").ok().get("items")).hasSize(2);
        var first = program.get("/turfs?limit=1").ok();
        assertThat(program.get("/turfs?after=" + first.get("next").asString())
                        .ok()
                        .get("items"))
                .hasSize(1);
        refused(program.get("/turfs?after=0000000000000"), 400, "after");
        refused(
                program.post(
                        "/turfs", "{\"name\": \"X\", \"filters\": [{\"kind\": \"moon\", \"values\": [\"full\"]}]}"),
                400,
                "filter");
        refused(program.post("/turfs", "{\"name\": \"X\", \"supporters\": [\"7\"]}"), 400, "supporters[0]");
    }

    @Test
    void members_are_listed_by_name() {
        members.join(
                program.organization,
                "Tess",
                "tess-" + program.organization.text() + "@example.org",
                Optional.empty(),
                Roles.of(Role.TEXTER));
        var all = program.get("/members").ok();
        assertThat(all.at("/items/0/name").asString()).isEqualTo("Tess");
        assertThat(all.at("/items/0/roles/0").asString()).isEqualTo("TEXTER");
    }

    @Test
    void another_organizations_things_are_missing_like_those_that_never_were() {
        var id = program.put("/supporters", NIA).ok().at("/items/0/id").asString();
        var turf = program.post("/turfs", "{\"name\": \"Ours\"}").id();
        var script = program.post("/scripts", "{\"name\": \"Ours\", \"firstText\": \"Hi\"}")
                .id();
        var ladder = program.get("/ladders").ok().at("/items/0/id").asString();
        var stranger = Program.of(house);
        for (var path : List.of("/supporters/" + id, "/turfs/" + turf, "/scripts/" + script, "/ladders/" + ladder)) {
            same(stranger.get(path), stranger.get(path.substring(0, path.length() - 13) + "0000000000000"));
            assertThat(program.get(path).status()).as(path).isEqualTo(200);
        }
        same(stranger.delete("/supporters/" + id), stranger.delete("/supporters/0000000000000"));
        assertThat(stranger.get("/supporters?phone=%2B15105550132").ok().get("items"))
                .isEmpty();
        assertThat(stranger.get("/supporters").ok().get("items")).isEmpty();
        refused(stranger.post("/turfs", "{\"name\": \"X\", \"supporters\": [\"%s\"]}".formatted(id)), 404, "");
    }

    /** Only the id asked for and the occurrence differ. */
    static void same(Program.Answer theirs, Program.Answer none) {
        refused(theirs, 404, "");
        refused(none, 404, "");
        assertThat(plain(theirs)).isEqualTo(plain(none));
    }

    private static String plain(Program.Answer answer) {
        return answer.text().replaceAll("[0-9A-HJKMNP-TV-Z]{13}", "*");
    }
}
