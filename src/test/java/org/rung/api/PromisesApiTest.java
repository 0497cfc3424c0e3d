package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Neighbor;
import org.rung.cast.Phones;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs write down what people promise in a conversation, and read it. */
@RungTest
class PromisesApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    Senders senders;

    Program program;
    String conversation;
    String supporter;

    @BeforeEach
    void someone_writes() {
        program = Program.of(house);
        var account = "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef";
        senders.add(
                program.system(),
                new SenderDraft(account, "the-token-of-the-sender", "+14155550100", "The number", false));
        new Neighbor(house, program.organization, Phones.fresh()).texts("I'll come on Saturday");
        var row = program.get("/conversations").ok().at("/items/0");
        conversation = row.get("id").asString();
        supporter = row.get("supporter").asString();
    }

    @Test
    void a_promise_is_written_down_once_with_its_cause_and_read_page_by_page() {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(10);
        var body = """
                {"requestId": "r-1", "family": "COME", "title": "Come to the rent meeting", "day": "%s",
                 "note": "brings a cake", "target": "event:4711"}""".formatted(day);

        var written = program.post(commitments(), body);

        assertThat(written.status()).isEqualTo(201);
        assertThat(program.post(commitments(), body).ok()).as("again").isEqualTo(written.ok());
        assertThat(written.at("/state")).isEqualTo("PROMISED");
        assertThat(written.at("/dueAt")).startsWith(day.toString());
        assertThat(written.at("/note")).isEqualTo("brings a cake");
        assertThat(written.at("/target")).isEqualTo("event:4711");
        assertThat(written.at("/conversation")).isEqualTo(conversation);
        assertThat(written.at("/message"))
                .isEqualTo(program.get("/conversations/" + conversation)
                        .ok()
                        .at("/messages/0/id")
                        .asString());
        program.post(commitments(), "{\"requestId\": \"r-2\", \"family\": \"CONTACT\"}")
                .ok();
        var first =
                program.get("/supporters/" + supporter + "/commitments?limit=1").ok();
        assertThat(first.at("/items/0/family").asString()).isEqualTo("CONTACT");
        var second = program.get("/supporters/" + supporter + "/commitments?limit=1&after="
                        + first.get("next").asString())
                .ok();
        assertThat(second.get("items")).containsExactly(written.ok());
        assertThat(second.has("next")).isFalse();
        assertThat(program.post("/commitments/" + written.id() + "/confirmed").at("/state"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        refused(program.post(commitments(), "{\"family\": \"COME\"}"), 400, "requestId");
        refused(program.post(commitments(), "{\"requestId\": \"r\"}"), 400, "family");
        refused(program.post(commitments(), "{\"requestId\": \"r\", \"family\": \"DANCE\"}"), 400, "family");
        for (var wrong : new String[][] {
            {"day", "2020-01-01"},
            {"title", "x".repeat(161)},
            {"note", "x".repeat(301)},
            {"target", "an event"},
            {"message", "0000000000000"}
        }) {
            refused(
                    program.post(
                            commitments(),
                            "{\"requestId\": \"r\", \"family\": \"COME\", \"%s\": \"%s\"}"
                                    .formatted(wrong[0], wrong[1])),
                    400,
                    wrong[0]);
        }
        assertThat(program.get("/supporters/" + supporter + "/commitments").ok().get("items"))
                .isEmpty();
    }

    @Test
    void it_needs_its_scopes_and_is_missing_to_others() {
        var body = "{\"requestId\": \"r\", \"family\": \"COME\"}";
        assertThat(program.with(Permission.TEXT, Permission.SEE_CONVERSATIONS)
                        .post(commitments(), body)
                        .status())
                .isEqualTo(403);
        assertThat(program.with(Permission.TEXT)
                        .get("/supporters/" + supporter + "/commitments")
                        .status())
                .isEqualTo(403);
        var stranger = Program.of(house);
        assertThat(stranger.post(commitments(), body).status()).isEqualTo(404);
        assertThat(stranger.get("/supporters/" + supporter + "/commitments").status())
                .isEqualTo(404);
    }

    private String commitments() {
        return "/conversations/" + conversation + "/commitments";
    }
}
