package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.cast.AtOnce;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.exchange.Importing;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** A whole day by the API alone: a list comes in, a campaign goes out, someone answers and climbs. */
@RungTest
class StoryTest {
    private static final String LIST = """
            First name,Last name,Mobile,Building
            Nia,Adeyemi,(510) 555-0132,12B
            Omar,Haddad,(510) 555-0133,12C
            Nobody,Known,12,12D
            """;
    private static final String TOKEN = "the-token-of-the-sender";

    @Autowired
    WebApplicationContext house;

    @Autowired
    Members members;

    @Autowired
    Senders senders;

    Program program;
    String account;
    String tess;

    @BeforeEach
    void come() {
        program = Program.of(house);
        account = "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef";
        senders.add(program.system(), new SenderDraft(account, TOKEN, "+14155550100", "The number", false));
        tess = "tess-" + program.organization.text().toLowerCase(Locale.ROOT) + "@example.org";
        members.join(program.organization, "Tess Moreno", tess, Optional.empty(), Roles.of(Role.TEXTER));
    }

    @Test
    void who_said_stop_is_on_the_do_not_text_list() {
        imported();
        webhook("+15105550132", "STOP");

        var list = program.get("/do-not-text");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).contains("+15105550132,OPTED_OUT,").doesNotContain("+15105550133");
    }

    @Test
    void a_list_becomes_a_conversation_that_moves_someone_up() {
        imported();
        var campaign = started();

        var assigned = program.post(
                        "/campaigns/" + campaign + "/assignments",
                        assignment(tess, 10).replace("}", ", \"expiresInMinutes\": 480}"))
                .ok();
        assertThat(assigned.get("given").asInt()).isEqualTo(2);
        assertThat(assigned.get("why").asString()).isEqualTo("ALL_TAKEN");
        assertThat(counts(campaign)).containsEntry("NEEDS_FIRST_TEXT", 2).containsEntry("CLOSED", 0);

        var waiting = program.get("/conversations?campaign=" + campaign + "&texter=" + tess + "&state=NEEDS_FIRST_TEXT")
                .ok()
                .get("items");
        assertThat(waiting).hasSize(2);
        var nia = waiting.valueStream()
                .filter(row -> row.get("name").asString().startsWith("Nia"))
                .findFirst()
                .orElseThrow();
        var conversation = nia.get("id").asString();
        var sent = program.post(
                "/conversations/" + conversation + "/messages", text("a-1", "Hi Nia! Reply STOP to opt out."));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.at("/purpose")).isEqualTo("FIRST_TEXT");
        assertThat(sent.at("/conversation")).isEqualTo(conversation);

        webhook("+15105550132", "Yes! What time?");
        assertThat(program.get("/conversations?state=NEEDS_RESPONSE")
                        .ok()
                        .at("/items/0/latest")
                        .asString())
                .isEqualTo("Yes! What time?");

        var answered = program.post(
                        "/conversations/" + conversation + "/answers",
                        "{\"question\": \"coming\", \"answer\": \"yes\"}")
                .ok();
        assertThat(answered.get("reply").asString()).isEqualTo("Great!");
        assertThat(answered.get("nextQuestion").asString()).isEqualTo("friend");
        program.post("/conversations/" + conversation + "/messages", text("a-2", "At seven."))
                .ok();

        var seen = program.get("/conversations/" + conversation).ok();
        assertThat(seen.get("messages")
                        .valueStream()
                        .map(m -> m.get("text").asString())
                        .toList())
                .containsExactly("Hi Nia! Reply STOP to opt out.", "Yes! What time?", "At seven.");
        assertThat(seen.get("state").asString()).isEqualTo("AWAITING_REPLY");
        assertThat(seen.get("phone").asString()).isEqualTo("+15105550132");
        var last = program.get("/conversations/" + conversation + "?limit=1").ok();
        assertThat(last.at("/messages/0/text").asString()).isEqualTo("At seven.");
        assertThat(program.get("/conversations/" + conversation + "?limit=5&before="
                                + last.get("earlier").asString())
                        .ok()
                        .get("messages"))
                .hasSize(2);

        var supporter = nia.get("supporter").asString();
        assertThat(place(supporter)).isEqualTo(2);
        program.post(
                        "/actions",
                        "{\"supporter\": \"%s\", \"type\": \"ATTENDED\", \"onceKey\": \"door-1\"}".formatted(supporter))
                .ok();
        assertThat(place(supporter)).isEqualTo(4);
        var ladder = program.get("/ladders/"
                        + program.get("/ladders").ok().at("/items/0/id").asString())
                .ok();
        assertThat(ladder.at("/rungs/3/people").asInt()).isEqualTo(1);
        assertThat(ladder.at("/rungs/0/people").asInt()).isEqualTo(1);
    }

    @Test
    void an_import_tells_how_far_it_is_and_what_it_did_not_take() {
        var id = imported();
        var done = program.get("/imports/" + id).ok();
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("created").asInt()).isEqualTo(2);
        assertThat(done.get("rejected").asInt()).isEqualTo(1);
        assertThat(done.get("progress").asDouble()).isEqualTo(1.0);
        var rejects = program.get("/imports/" + id + "/rejects");
        assertThat(rejects.raw().getContentType()).startsWith("text/csv");
        assertThat(rejects.text().lines().toList()).hasSize(2);
        assertThat(rejects.text()).contains("Nobody").contains("4,");
        assertThat(program.get("/imports").ok().get("items")).hasSize(1);
        assertThat(program.get("/supporters?phone=%2B15105550132")
                        .ok()
                        .at("/items/0/phones/0/consent")
                        .asString())
                .isEqualTo("OPTED_IN");

        var stranger = Program.of(house);
        for (var path : List.of("/imports/%s", "/imports/%s/rejects")) {
            PeopleApiTest.same(stranger.get(path.formatted(id)), stranger.get(path.formatted("0000000000000")));
        }
    }

    @Test
    void an_import_that_cannot_be_taken_is_told_and_leaves_nothing_running() {
        refused(program.call("POST", "/imports?consent=yes", "text/csv", LIST), 400, "source");
        refused(program.call("POST", "/imports?source=x", "text/csv", LIST), 400, "consent");
        refused(program.call("POST", "/imports?source=&consent=yes", "text/csv", LIST), 400, "source");
        refused(program.call("POST", "/imports?source=x&consent=yes&country=Peru", "text/csv", LIST), 400, "country");
        refused(program.call("POST", "/imports?source=x&consent=yes", "application/json", "{}"), 415, "");
        refused(program.call("POST", "/imports?source=x&consent=yes", "text/csv", ""), 400, "file");
        refused(
                program.call("POST", "/imports?source=x&consent=yes", "text/csv", "Colour,Size\nred,4\n"),
                400,
                "columns");
        assertThat(program.get("/imports")
                        .ok()
                        .get("items")
                        .valueStream()
                        .map(row -> row.get("state").asString()))
                .allMatch("CANCELLED"::equals);
    }

    @Test
    void the_same_request_sends_once_also_when_it_comes_many_times_at_once() throws Exception {
        imported();
        var conversation = firstConversation(started());
        var path = "/conversations/" + conversation + "/messages";
        List<String> ids = AtOnce.all(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> program.post(path, text("once", "Hi! Reply STOP to opt out."))
                        .id())
                .toList());
        assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        refused(program.post(path, text("another words", "x")), 400, "requestId");
        ids = AtOnce.all(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () ->
                        program.post(path, text("twice", "Are you there?")).id())
                .toList());
        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(program.get("/conversations/" + conversation).ok().get("messages"))
                .hasSize(2);
    }

    @Test
    void what_cannot_be_sent_or_answered_is_told() {
        imported();
        var conversation = firstConversation(started());
        var messages = "/conversations/" + conversation + "/messages";
        refused(program.post(messages, "{\"text\": \"Hi\"}"), 400, "requestId");
        refused(program.post(messages, text("a", " ")), 400, "text");
        refused(program.post(messages, text("a", "x".repeat(1_601))), 400, "text");
        var answers = "/conversations/" + conversation + "/answers";
        assertThat(program.post(answers, "{\"question\": \"moon\", \"answer\": \"yes\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program.post(answers, "{\"question\": \"coming\", \"answer\": \"moon\"}")
                        .status())
                .isEqualTo(400);
        refused(program.get("/conversations?state=SLEEPING"), 400, "state");
        refused(program.get("/conversations?texter=nobody@example.org"), 400, "texter");
        assertThat(program.get("/conversations/" + conversation).ok().get("messages"))
                .isEmpty();
    }

    @Test
    void a_campaign_goes_from_draft_to_end_and_says_why_not() {
        imported();
        var draft = program.post("/campaigns", "{\"name\": \"Empty\"}");
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.at("/state")).isEqualTo("DRAFT");
        assertThat(draft.at("/textingFrom")).isEqualTo("09:00");
        assertThat(program.get("/campaigns/" + draft.id()).ok().get("edits").asString())
                .isEqualTo("FLAGGED");
        assertThat(program.post("/campaigns", "{\"name\": \"Fixed words\", \"edits\": \"LOCKED\"}")
                        .at("/edits"))
                .isEqualTo("LOCKED");
        var refusal = program.post("/campaigns/" + draft.id() + "/start");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(program.get("/campaigns/" + draft.id()).ok().get("state").asString())
                .isEqualTo("DRAFT");

        var campaign = started();
        refused(program.post("/campaigns/" + campaign + "/start"), 409, "");
        assertThat(program.post("/campaigns/" + campaign + "/pause?reason=Lunch")
                        .at("/pauseReason"))
                .isEqualTo("Lunch");
        refused(program.post("/conversations/" + firstConversation(campaign) + "/messages", text("a", "Hi")), 409, "");
        assertThat(program.post("/campaigns/" + campaign + "/start").at("/state"))
                .isEqualTo("RUNNING");
        assertThat(program.post("/campaigns/" + campaign + "/end").at("/state")).isEqualTo("ENDED");
        refused(program.post("/campaigns/" + campaign + "/start"), 409, "");
        assertThat(program.get("/campaigns?limit=1").ok().has("next")).isTrue();

        refused(program.post("/campaigns", "{\"name\": \"X\", \"textingFrom\": \"06:00\"}"), 400, "textingHours");
        refused(program.post("/campaigns", "{\"name\": \"X\", \"textingFrom\": \"six\"}"), 400, "textingFrom");
        refused(
                program.post("/campaigns/" + campaign + "/assignments", assignment("nobody@example.org", 1)),
                400,
                "texter");
        refused(program.post("/campaigns/" + campaign + "/assignments", assignment(tess, 0)), 400, "count");
        refused(
                program.post(
                        "/campaigns/" + campaign + "/assignments",
                        assignment(tess, 1).replace("}", ", \"expiresInMinutes\": 1}")),
                400,
                "expiresInMinutes");
        refused(program.post("/campaigns/" + draft.id() + "/assignments", assignment(tess, 1)), 400, "texter");
        refused(program.post("/campaigns/" + campaign + "/texters", "{\"texters\": []}"), 400, "texters");
    }

    @Test
    void another_organizations_campaigns_and_conversations_are_missing() {
        imported();
        var campaign = started();
        var conversation = firstConversation(campaign);
        var stranger = Program.of(house);
        var none = "0000000000000";
        members.join(stranger.organization, "Tom", "x" + tess, Optional.empty(), Roles.of(Role.TEXTER));
        Map<String, String> posts = new TreeMap<>(Map.of(
                "/campaigns/%s/start", "",
                "/campaigns/%s/pause", "",
                "/campaigns/%s/end", "",
                "/campaigns/%s/texters", "{\"texters\": [\"%s\"]}".formatted("x" + tess),
                "/campaigns/%s/assignments", assignment("x" + tess, 1)));
        posts.forEach((path, body) -> PeopleApiTest.same(
                body.isEmpty()
                        ? stranger.post(path.formatted(campaign))
                        : stranger.post(path.formatted(campaign), body),
                body.isEmpty() ? stranger.post(path.formatted(none)) : stranger.post(path.formatted(none), body)));
        PeopleApiTest.same(stranger.get("/campaigns/" + campaign), stranger.get("/campaigns/" + none));
        PeopleApiTest.same(stranger.get("/conversations/" + conversation), stranger.get("/conversations/" + none));
        PeopleApiTest.same(
                stranger.post("/conversations/" + conversation + "/messages", text("a", "Hi")),
                stranger.post("/conversations/" + none + "/messages", text("a", "Hi")));
        var answer = "{\"question\": \"coming\", \"answer\": \"yes\"}";
        PeopleApiTest.same(
                stranger.post("/conversations/" + conversation + "/answers", answer),
                stranger.post("/conversations/" + none + "/answers", answer));
        assertThat(stranger.get("/conversations?campaign=" + campaign).ok().get("items"))
                .isEmpty();
        refused(stranger.get("/conversations?texter=" + tess), 400, "texter");
        assertThat(program.get("/campaigns/" + campaign).ok().get("state").asString())
                .isEqualTo("RUNNING");

        var turf = program.get("/turfs").ok().at("/items/0/id").asString();
        var script = program.get("/scripts").ok().at("/items/0/id").asString();
        refused(stranger.post("/campaigns", "{\"name\": \"X\", \"turf\": \"%s\"}".formatted(turf)), 404, "");
        refused(stranger.post("/campaigns", "{\"name\": \"X\", \"script\": \"%s\"}".formatted(script)), 404, "");
    }

    private String imported() {
        var taken = program.call(
                "POST", "/imports?source=petition&consent=Checked%20the%20box&fileName=list.csv", "text/csv", LIST);
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        assertThat(taken.raw().getHeader("Location")).isEqualTo("/api/v1/imports/" + taken.id());
        Importing.workOff(house, taken.id());
        return taken.id();
    }

    private String started() {
        var turf = program.post("/turfs", "{\"name\": \"Everyone\"}").id();
        var script = program.post("/scripts", ScriptsApiTest.SCRIPT).id();
        var campaign = program.post(
                        "/campaigns",
                        "{\"name\": \"Rent meeting\", \"turf\": \"%s\", \"script\": \"%s\"}".formatted(turf, script))
                .id();
        var texters = program.post("/campaigns/" + campaign + "/texters", "{\"texters\": [\"%s\"]}".formatted(tess))
                .ok();
        assertThat(texters.get("texters")).hasSize(1);
        var started = program.post("/campaigns/" + campaign + "/start").ok();
        assertThat(started.get("state").asString()).isEqualTo("RUNNING");
        return campaign;
    }

    private String firstConversation(String campaign) {
        return program.get("/conversations?campaign=" + campaign)
                .ok()
                .at("/items/0/id")
                .asString();
    }

    private Map<String, Integer> counts(String campaign) {
        JsonNode counts = program.get("/campaigns/" + campaign).ok().get("conversations");
        return counts.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asInt()));
    }

    private int place(String supporter) {
        return program.get("/supporters/" + supporter)
                .ok()
                .at("/standings/0/position")
                .asInt();
    }

    private static String assignment(String texter, int count) {
        return "{\"texter\": \"%s\", \"count\": %d}".formatted(texter, count);
    }

    private static String text(String requestId, String words) {
        return "{\"requestId\": \"%s\", \"text\": \"%s\"}".formatted(requestId, words);
    }

    /** As Twilio would: signed over the address and the sorted form. */
    private void webhook(String from, String words) {
        var form = new TreeMap<>(Map.of(
                "MessageSid",
                "SM" + Id.next(),
                "AccountSid",
                account,
                "From",
                from,
                "To",
                "+14155550100",
                "Body",
                words));
        program.hook("/hooks/twilio/inbound", form, TOKEN);
    }
}
