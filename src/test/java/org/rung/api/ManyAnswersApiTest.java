package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.cast.Neighbor;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs answer many conversations at once, in a member's name. */
@RungTest
class ManyAnswersApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    Senders senders;

    @Autowired
    Members members;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    Program program;
    String ora;
    String conversation;

    @BeforeEach
    void someone_writes() {
        clock.set(TestClock.TUESDAY_NOON);
        program = Program.of(house);
        ora = "ora-" + program.organization.text().toLowerCase(Locale.ROOT) + "@example.org";
        members.join(program.organization, "Ora Bell", ora, Optional.empty(), Roles.of(Role.ORGANIZER));
        var account = "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef";
        senders.add(
                program.system(),
                new SenderDraft(account, "the-token-of-the-sender", "+14155550100", "The number", false));
        new Neighbor(house, program.organization, Phones.fresh()).texts("I'll come on Saturday");
        conversation =
                program.get("/conversations").ok().at("/items/0").get("id").asString();
    }

    @Test
    void it_is_foreseen_begun_looked_after_and_stopped() {
        var foreseen = program.post("/many-answers/forecast", draft("See you!")).ok();
        assertThat(foreseen.at("/getting").asInt()).isEqualTo(1);
        assertThat(foreseen.at("/outcomes/SENT").asInt()).isEqualTo(1);
        assertThat(foreseen.at("/sample").asString()).isEqualTo("See you!");

        var begun = program.once("press", "/many-answers", "application/json", draft("See you!"));
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.at("/state")).isEqualTo("WAITING");
        assertThat(program.once("press", "/many-answers", "application/json", draft("See you!"))
                        .at("/id"))
                .isEqualTo(begun.at("/id"));
        String job = "/many-answers/" + begun.at("/id");
        assertThat(program.get(job).ok().at("/total").asInt()).isEqualTo(1);
        assertThat(program.get("/many-answers").ok().at("/items/0/id").asString())
                .isEqualTo(begun.at("/id"));
        assertThat(Program.of(house).get(job).status()).isEqualTo(404);
        assertThat(Program.of(house).post(job + "/stop", "{}").status()).isEqualTo(404);
        assertThat(program.post(job + "/stop", "{}").ok().at("/state").asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void nonsense_is_named_and_a_scope_is_needed() {
        refused(program.post("/many-answers", "{}"), 400, "from");
        refused(program.post("/many-answers", draft("Hi {nickname}")), 400, "text");
        refused(program.post("/many-answers", draft(" ")), 400, "text");
        refused(
                program.post(
                        "/many-answers",
                        "{\"from\": \"%s\", \"conversations\": [\"%s\"]}".formatted(ora, conversation)),
                400,
                "text");
        refused(
                program.post(
                        "/many-answers", "{\"from\": \"%s\", \"conversations\": [], \"text\": \"Hi\"}".formatted(ora)),
                400,
                "conversations");
        assertThat(program.with(Permission.TEXT, Permission.SEE_CONVERSATIONS)
                        .post("/many-answers", draft("Hi"))
                        .status())
                .isEqualTo(403);
    }

    private String draft(String text) {
        return "{\"from\": \"%s\", \"conversations\": [\"%s\"], \"text\": \"%s\"}".formatted(ora, conversation, text);
    }
}
