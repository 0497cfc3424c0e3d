package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.rung.teams.TeamDraft;
import org.rung.teams.Teams;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs schedule, copy and follow campaigns, and move their work. */
@RungTest
class LiveApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    Members members;

    @Autowired
    Senders senders;

    @Autowired
    Teams teams;

    @Autowired
    TestClock clock;

    Program program;
    String tess;
    String tom;
    MemberId tomId;
    String campaign;

    @BeforeEach
    void a_campaign() {
        clock.set(TestClock.TUESDAY_NOON);
        program = Program.of(house);
        var account = "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef";
        senders.add(
                program.system(),
                new SenderDraft(account, "the-token-of-the-sender", "+14155550100", "The number", false));
        tess = address("tess");
        tom = address("tom");
        members.join(program.organization, "Tess Moreno", tess, Optional.empty(), Roles.of(Role.TEXTER));
        tomId = members.join(program.organization, "Tom Reyes", tom, Optional.empty(), Roles.of(Role.TEXTER))
                .memberId();
        program.put("/supporters", """
                {"source": "petition", "consent": "Checked the box", "supporters": [
                  {"firstName": "Nia", "phones": ["+15105550132"]},
                  {"firstName": "Omar", "phones": ["+15105550133"]}]}""").ok();
        var turf = program.post("/turfs", "{\"name\": \"Everyone\"}").id();
        var script = program.post("/scripts", ScriptsApiTest.SCRIPT).id();
        campaign = program.post(
                        "/campaigns",
                        "{\"name\": \"Rent meeting\", \"turf\": \"%s\", \"script\": \"%s\", \"goal\": \"RSVPED\"}"
                                .formatted(turf, script))
                .id();
        program.post(of("/texters"), "{\"texters\": [\"%s\"]}".formatted(tess)).ok();
    }

    private String address(String name) {
        return name + "-" + program.organization.text().toLowerCase(Locale.ROOT) + "@example.org";
    }

    private String of(String path) {
        return "/campaigns/" + campaign + path;
    }

    private Instant in(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    @Test
    void times_and_limits_are_set_as_a_whole_and_read_back() {
        var times = "{\"startsAt\": \"%s\", \"endsAt\": \"%s\"}";
        var set = program.put(of("/schedule"), times.formatted(in(2), in(9))).ok();
        assertThat(set.get("startsAt").asString()).isEqualTo(in(2).toString());
        program.put(of("/limits"), "{\"sample\": 20, \"dayCap\": 300, \"goalNumber\": 120}")
                .ok();
        var now = program.get(of("/terms")).ok();
        assertThat(now.get("endsAt").asString()).isEqualTo(in(9).toString());
        assertThat(now.get("sample").asInt()).isEqualTo(20);
        assertThat(now.get("dayCap").asInt()).isEqualTo(300);
        assertThat(now.get("goalNumber").asInt()).isEqualTo(120);
        assertThat(now.get("sampleDone").asBoolean()).isFalse();

        assertThat(program.put(of("/limits"), "{}").ok().has("sample")).isFalse();
        assertThat(program.put(of("/schedule"), "{}").ok().has("startsAt")).isFalse();

        refused(program.put(of("/schedule"), times.formatted(in(-1), in(9))), 400, "startsAt");
        refused(program.put(of("/schedule"), times.formatted(in(9), in(2))), 400, "endsAt");
        refused(program.put(of("/limits"), "{\"sample\": 0}"), 400, "sample");
        refused(program.put(of("/limits"), "{\"dayCap\": 10001}"), 400, "dayCap");
        refused(program.put(of("/limits"), "{\"goalNumber\": -1}"), 400, "goalNumber");
    }

    @Test
    void a_rung_takes_the_place_of_a_deed_and_is_copied() {
        var rungs = program.get("/ladders").ok().at("/items/0/rungs");
        var lowest = rungs.get(0).get("id").asString();
        var third = rungs.get(2).get("id").asString();
        var set = program.put(of("/goal-rung"), "{\"rung\": \"%s\"}".formatted(third))
                .ok();
        assertThat(set.get("goalRung").asString()).isEqualTo(third);
        assertThat(program.get(of("")).ok().has("goal")).isFalse();
        var copy = program.post(of("/copies"), "{\"name\": \"Again\"}").id();
        assertThat(program.get("/campaigns/" + copy + "/terms")
                        .ok()
                        .get("goalRung")
                        .asString())
                .isEqualTo(third);

        refused(program.put(of("/goal-rung"), "{\"rung\": \"%s\"}".formatted(lowest)), 400, "rung");
        refused(program.put(of("/goal-rung"), "{\"rung\": \"%s\"}".formatted(campaign)), 404, "");
        assertThat(program.put(of("/goal-rung"), "{}").ok().has("goalRung")).isFalse();
    }

    @Test
    void a_copy_is_a_draft_and_a_template_is_listed_apart_and_never_starts() {
        var copy = program.post(of("/copies"), "{\"name\": \"Again\"}");
        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.at("/state")).isEqualTo("DRAFT");
        assertThat(copy.at("/goal")).isEqualTo("RSVPED");
        var template = program.post(of("/copies"), "{\"name\": \"As always\", \"template\": true}")
                .id();

        assertThat(program.get("/campaigns").ok().findValuesAsString("name")).containsExactly("Again", "Rent meeting");
        assertThat(program.get("/campaigns/templates").ok().findValuesAsString("name"))
                .containsExactly("As always");
        refused(program.post("/campaigns/" + template + "/start"), 409, "");
        refused(program.post(of("/copies"), "{}"), 400, "name");
    }

    @Test
    void a_campaign_is_followed_its_work_moved_and_put_back() {
        program.post(of("/start")).ok();
        refused(
                program.get("/campaigns/"
                        + program.post(of("/copies"), "{\"name\": \"Draft\"}").id() + "/live"),
                409,
                "");
        var team = teams.make(program.system(), new TeamDraft("Eastside", Set.of(), Set.of(tomId)));
        assertThat(program.post(of("/teams"), "{\"team\": \"%s\"}".formatted(team.text()))
                        .ok()
                        .get("texters")
                        .asInt())
                .isOne();
        program.post(of("/assignments"), "{\"texter\": \"%s\", \"count\": 2}".formatted(tess))
                .ok();

        var live = program.get(of("/live")).ok();
        assertThat(live.get("firstTextsLeft").asInt()).isEqualTo(2);
        assertThat(live.get("succeeded").asInt()).isZero();
        assertThat(live.at("/texters/0/name").asString()).isEqualTo("Tess Moreno");
        assertThat(live.at("/texters/0/firstTexts").asInt()).isEqualTo(2);
        assertThat(live.at("/texters/0/overdue").asBoolean()).isTrue();

        var moved = program.post(of("/moves"), """
                {"kind": "FIRST_TEXTS", "from": "TEXTER", "texter": "%s", "to": "TEXTERS", "texters": ["%s"]}""".formatted(tess, tom));
        assertThat(moved.at("/moved")).isEqualTo("2");
        assertThat(program.get(of("/moves")).ok().get("items")).hasSize(1);
        assertThat(program.post("/campaigns/moves/" + moved.id() + "/undo")
                        .ok()
                        .get("back")
                        .asInt())
                .isEqualTo(2);
        refused(program.post("/campaigns/moves/" + moved.id() + "/undo"), 409, "");

        var nothing = program.post(of("/moves"), "{\"kind\": \"REPLIES\", \"from\": \"AWAY\", \"to\": \"EVERYONE\"}")
                .ok();
        assertThat(nothing.get("moved").asInt()).isZero();
        assertThat(nothing.has("id")).isFalse();
        refused(
                program.post(of("/moves"), "{\"kind\": \"REPLIES\", \"from\": \"NOBODY\", \"to\": \"EVERYONE\"}"),
                400,
                "to");
        refused(
                program.post(of("/moves"), "{\"kind\": \"REPLIES\", \"from\": \"AWAY\", \"to\": \"AT_WORK\"}"),
                400,
                "to");
        refused(
                program.post(of("/moves"), "{\"kind\": \"REPLIES\", \"from\": \"TEXTER\", \"to\": \"EVERYONE\"}"),
                400,
                "texter");
    }

    @Test
    void texters_are_told_and_looked_at() {
        assertThat(program.post(of("/messages"), "{\"words\": \"It moved.\"}").status())
                .isEqualTo(201);
        refused(program.post(of("/messages"), "{\"words\": \"  \"}"), 400, "words");
        assertThat(program.post("/campaigns/texters/" + tomId.text() + "/reviewed")
                        .status())
                .isEqualTo(204);
        refused(program.post("/campaigns/texters/" + Id.next() + "/reviewed"), 400, "texter");
    }

    @Test
    void a_token_without_the_scope_and_one_of_another_organization_get_nowhere() {
        var reads = program.with(Permission.SEE_PEOPLE);
        refused(reads.get(of("/live")), 403, "");
        refused(reads.put(of("/schedule"), "{}"), 403, "");
        refused(reads.post(of("/copies"), "{\"name\": \"X\"}"), 403, "");
        refused(reads.post(of("/messages"), "{\"words\": \"X\"}"), 403, "");
        var stranger = Program.of(house);
        program.post(of("/start")).ok();
        refused(stranger.get(of("/live")), 404, "");
        refused(stranger.get(of("/terms")), 404, "");
        refused(stranger.put(of("/schedule"), "{}"), 404, "");
        refused(stranger.put(of("/limits"), "{}"), 404, "");
        refused(stranger.post(of("/copies"), "{\"name\": \"X\"}"), 404, "");
        refused(stranger.get(of("/moves")), 404, "");
        refused(
                stranger.post(of("/moves"), "{\"kind\": \"REPLIES\", \"from\": \"AWAY\", \"to\": \"EVERYONE\"}"),
                404,
                "");
    }
}
