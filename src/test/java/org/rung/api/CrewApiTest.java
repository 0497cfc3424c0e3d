package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.scripts.ScriptId;
import org.rung.scripts.Scripts;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs move campaigns on, and say what holds for texters. */
@RungTest
class CrewApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    Members members;

    @Autowired
    Senders senders;

    @Autowired
    Scripts scripts;

    @Autowired
    TestClock clock;

    private Program program;
    private String tess = "";

    @BeforeEach
    void a_texter() {
        clock.set(TestClock.TUESDAY_NOON);
        program = Program.of(house);
        tess = "tess-" + program.organization.text().toLowerCase(Locale.ROOT) + "@example.org";
        members.join(program.organization, "Tess Moreno", tess, Optional.empty(), Roles.of(Role.TEXTER));
    }

    @Test
    void a_running_campaign_is_moved_on_once_and_back() {
        var account = "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef";
        senders.add(
                program.system(),
                new SenderDraft(account, "the-token-of-the-sender", "+14155550100", "The number", false));
        program.put("/supporters", """
                {"source": "petition", "consent": "Checked the box", "supporters": [
                  {"firstName": "Nia", "phones": ["+15105550132"]}]}""").ok();
        var turf = program.post("/turfs", "{\"name\": \"Everyone\"}").id();
        var script = program.post("/scripts", ScriptsApiTest.SCRIPT).id();
        var campaign = program.post(
                        "/campaigns",
                        "{\"name\": \"Rent meeting\", \"turf\": \"%s\", \"script\": \"%s\"}".formatted(turf, script))
                .id();
        program.post("/campaigns/" + campaign + "/texters", "{\"texters\": [\"%s\"]}".formatted(tess))
                .ok();
        program.post("/campaigns/" + campaign + "/start").ok();
        assertThat(program.get("/campaigns/" + campaign + "/newer-script")
                        .ok()
                        .get("newer")
                        .asBoolean())
                .isFalse();

        var written = scripts.get(program.system(), new ScriptId(Id.parse("script", script)));
        scripts.change(
                program.system(),
                written.scriptId(),
                written.name(),
                written.tree().saying(written.tree().firstText().replaceFirst("^\\w+", "Hello")),
                1);
        var newer = program.get("/campaigns/" + campaign + "/newer-script").ok();
        assertThat(newer.get("firstText").asBoolean()).isTrue();
        var wanted = "{\"from\": \"%s\", \"to\": \"%s\"}"
                .formatted(newer.get("from").asString(), newer.get("to").asString());
        var move = program.post("/campaigns/" + campaign + "/script-moves", wanted);
        assertThat(move.status()).isEqualTo(201);
        refused(program.post("/campaigns/" + campaign + "/script-moves", wanted), 409, "");
        refused(program.post("/campaigns/" + campaign + "/script-moves", "{}"), 400, "from");

        program.post("/campaigns/script-moves/" + move.id() + "/undo");
        assertThat(program.get("/campaigns/" + campaign + "/script-moves")
                        .ok()
                        .get(0)
                        .has("undoneAt"))
                .isTrue();
    }

    @Test
    void caps_and_languages_are_set_as_a_whole_and_shown_with_the_texter() {
        program.put("/texters/" + tess + "/terms", "{\"dayCap\": 80, \"languages\": [\"es\"]}")
                .ok();
        var texters = program.get("/texters?name=Tess").ok();
        assertThat(texters.at("/texters/0/terms/dayCap").asInt()).isEqualTo(80);
        assertThat(texters.at("/texters/0/terms/languages/0").asString()).isEqualTo("es");
        assertThat(texters.at("/counts/all").asInt()).isOne();

        program.put("/texters/" + tess + "/terms", "{}").ok();
        assertThat(program.get("/texters?name=Tess").ok().at("/texters/0/terms").has("dayCap"))
                .isFalse();
        refused(program.put("/texters/" + tess + "/terms", "{\"dayCap\": 0}"), 400, "dayCap");
        refused(program.put("/texters/" + tess + "/terms", "{\"languages\": [\"English\"]}"), 400, "languages");
        refused(program.put("/texters/nobody@example.org/terms", "{}"), 400, "texter");
    }

    @Test
    void texters_are_told_something_and_new_ones_listed() {
        assertThat(program.post(
                                "/texters/messages",
                                "{\"words\": \"Cake at six.\", \"texter\": \"%s\"}".formatted(tess))
                        .status())
                .isEqualTo(201);
        assertThat(program.post("/texters/messages", "{\"words\": \"Cake at six.\"}")
                        .status())
                .isEqualTo(201);
        refused(program.post("/texters/messages", "{\"words\": \" \"}"), 400, "words");
        assertThat(program.get("/texters/new").ok().isEmpty()).isTrue();
        refused(program.post("/texters/" + tess + "/review-more"), 409, "");
    }
}
