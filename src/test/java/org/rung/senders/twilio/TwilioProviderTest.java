package org.rung.senders.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.senders.ErrorPolicy;
import org.rung.senders.ErrorTables;
import org.rung.senders.Gateway;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.rung.senders.SenderKeys;
import org.rung.senders.Sighting;
import org.rung.settings.RungSettings;
import org.springframework.mock.env.MockEnvironment;

/** The real SDK against a server on this machine: what reaches it, and how often. */
class TwilioProviderTest {
    private static final Instant NOW = Instant.parse("2026-10-13T17:00:00Z");
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";

    private HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private int status = 201;
    private String answer = "{}";
    private Duration delay = Duration.ZERO;

    @BeforeEach
    void a_provider_on_this_machine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                Thread.sleep(delay);
            } catch (InterruptedException over) {
                return;
            }
            byte[] json = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void the_provider_goes_home() {
        server.stop(0);
    }

    @Test
    void a_text_that_is_taken_comes_back_with_its_id() {
        answer = message("SM1", "Hi there & welcome");

        assertThat(provider().send(text("+15105550100"))).isEqualTo(new Outcome.Accepted("SM1"));
        assertThat(requests).containsExactly("POST /2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
        assertThat(Form.read(bodies.getFirst().getBytes(StandardCharsets.UTF_8)).fields())
                .containsEntry("To", "+14155550101")
                .containsEntry("From", "+15105550100")
                .containsEntry("Body", "Hi there & welcome")
                .containsEntry(
                        "StatusCallback",
                        "https://rung.example.org/hooks/twilio/status?m=" + new MessageId(7).text() + "&a=2");
    }

    @Test
    void where_its_pictures_are_fetched_is_told_with_the_text_in_one_request() {
        answer = message("SM4", "Hi there & welcome");
        Handover words = text("+15105550100");
        provider()
                .send(new Handover(
                        words.organizationId(),
                        words.messageId(),
                        words.attempt(),
                        words.from(),
                        words.to(),
                        words.body(),
                        List.of(URI.create("https://rung.example.org/media/out/1/2/x-y_z"), URI.create("https://b/2")),
                        words.claimedAt(),
                        words.closing()));

        assertThat(requests).hasSize(1);
        byte[] form = bodies.getFirst().getBytes(StandardCharsets.UTF_8);
        assertThat(Form.all(form, "MediaUrl"))
                .containsExactly("https://rung.example.org/media/out/1/2/x-y_z", "https://b/2");
        assertThat(Form.read(form).get("Body")).contains("Hi there & welcome");
    }

    @ParameterizedTest
    @CsvSource({"PT2H, 7200", "PT11H30M, 36000", "PT10H, 36000", "PT0.4S, 1", "-PT1M, 1"})
    void what_waits_in_the_providers_queue_ends_with_the_recipients_hours(Duration untilClosing, String seconds) {
        answer = message("SM5", "Hi there & welcome");
        provider().send(text("+15105550100", Optional.of(NOW.plus(untilClosing))));

        assertThat(Form.read(bodies.getFirst().getBytes(StandardCharsets.UTF_8)).get("ValidityPeriod"))
                .contains(seconds);
    }

    @Test
    void what_may_leave_at_any_hour_waits_as_long_as_the_provider_likes() {
        answer = message("SM6", "You are unsubscribed");
        provider().send(text("+15105550100", Optional.empty()));

        assertThat(Form.read(bodies.getFirst().getBytes(StandardCharsets.UTF_8)).fields())
                .doesNotContainKey("ValidityPeriod");
    }

    @Test
    void a_service_is_named_as_such() {
        answer = message("SM2", "Hi there & welcome");
        provider().send(text("MG0123456789abcdef0123456789abcdef"));

        assertThat(Form.read(bodies.getFirst().getBytes(StandardCharsets.UTF_8)).fields())
                .containsEntry("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef")
                .doesNotContainKey("From");
    }

    @ParameterizedTest
    @CsvSource({
        "500, 20500, Unknown",
        "503, 20503, Unknown",
        "502, 0, Unknown",
        "429, 20429, NotNow",
        "401, 20003, NotNow",
        "400, 21211, Never",
        "400, 21610, Never",
        "404, 20404, NotNow",
        "400, 99999, Never"
    })
    void whatever_the_answer_one_send_is_one_request(int httpStatus, int code, String outcome) {
        status = httpStatus;
        answer = code == 0
                ? "<html>bad gateway</html>"
                : "{\"code\":" + code + ",\"message\":\"no\",\"status\":" + httpStatus + "}";

        assertThat(provider().send(text("+15105550100")).getClass().getSimpleName())
                .isEqualTo(outcome);
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "401, <html>sign in</html>",
        "403, <html>blocked</html>",
        "404, <html>no such page</html>",
        "407, ''",
        "400, <html>bad request</html>",
        "403, '{\"message\": \"Forbidden\"}'"
    })
    void a_refusal_without_a_code_is_not_the_providers_and_costs_no_text(int httpStatus, String page) {
        status = httpStatus;
        answer = page;

        assertThat(provider().send(text("+15105550100"))).isEqualTo(new Outcome.NotNow(NOW, "HTTP " + httpStatus));
        assertThat(ErrorTables.ofTheHouse().of("HTTP " + httpStatus)).isEqualTo(ErrorPolicy.PAUSE_ACCOUNT);
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_proxy_that_lost_patience_does_not_say_whether_the_provider_has_the_text() {
        status = 408;
        answer = "<html>timeout</html>";

        assertThat(provider().send(text("+15105550100"))).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void an_answer_that_does_not_come_is_unknown_and_not_asked_for_again() {
        delay = Duration.ofSeconds(3);

        assertThat(provider().send(text("+15105550100"))).isEqualTo(new Outcome.Unknown());
        assertThat(requests).hasSize(1);
    }

    @Test
    void where_nobody_listens_the_text_was_not_taken() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        assertThat(provider(URI.create("http://127.0.0.1:" + nobody)).send(text("+15105550100")))
                .isEqualTo(new Outcome.NotNow(NOW, "CONNECT"));
    }

    @Test
    void a_look_up_finds_what_was_made_around_the_claim() {
        status = 200;
        answer = "{\"messages\":[" + message("SM3", "Hi there & welcome") + "],\"page\":0,\"page_size\":100,"
                + "\"uri\":\"/x\",\"first_page_uri\":\"/x\"}";

        assertThat(provider().find(text("+15105550100")))
                .hasValueSatisfying(found -> assertThat(found)
                        .singleElement()
                        .satisfies(sighting -> assertThat(sighting.providerId()).isEqualTo("SM3")));
        assertThat(requests.getFirst()).contains("To=%2B14155550101").doesNotContain("DateSent");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-13T16:05:00Z", "2026-10-13T17:59:00Z"})
    void clocks_that_differ_by_the_better_part_of_an_hour_hide_no_text(Instant claimed) {
        status = 200;
        answer = "{\"messages\":[" + message("SM7", "Hi there & welcome") + "],\"page\":0,\"page_size\":100,"
                + "\"uri\":\"/x\",\"first_page_uri\":\"/x\"}";

        assertThat(provider().find(claimedAt(claimed)))
                .hasValueSatisfying(found -> assertThat(found).hasSize(1));
    }

    @Test
    void a_look_up_survives_a_text_without_words() {
        status = 200;
        answer = "{\"messages\":[" + message("SM8", "").replace("\"body\":\"\"", "\"body\":null")
                + "],\"page\":0,\"page_size\":100,\"uri\":\"/x\",\"first_page_uri\":\"/x\"}";

        assertThat(provider().find(text("+15105550100"))).contains(List.of(new Sighting("SM8", "")));
    }

    @Test
    void a_look_up_that_fails_says_so() {
        status = 500;

        assertThat(provider().find(text("+15105550100"))).isEmpty();
    }

    private TwilioProvider provider() {
        return provider(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static TwilioProvider provider(URI base) {
        return new TwilioProvider(
                ErrorTables.ofTheHouse(),
                new RungSettings(
                        Path.of("."),
                        8080,
                        URI.create("https://rung.example.org"),
                        false,
                        false,
                        List.of("k".repeat(40))),
                new MockEnvironment(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                base,
                4,
                Duration.ofSeconds(1));
    }

    private static Handover text(String from) {
        return text(from, Optional.of(NOW.plus(Duration.ofHours(3))));
    }

    private static Handover claimedAt(Instant claimed) {
        return text("+15105550100", claimed, Optional.empty());
    }

    private static Handover text(String from, Optional<Instant> closing) {
        return text(from, NOW, closing);
    }

    private static Handover text(String from, Instant claimed, Optional<Instant> closing) {
        return new Handover(
                new OrganizationId(1),
                new MessageId(7),
                2,
                new SenderKeys(Gateway.TWILIO, ACCOUNT, from, "a-token"),
                new PhoneNumber("+14155550101"),
                "Hi there & welcome",
                List.of(),
                claimed,
                closing);
    }

    private static String message(String sid, String body) {
        return "{\"sid\":\"" + sid + "\",\"account_sid\":\"" + ACCOUNT + "\",\"body\":\"" + body
                + "\",\"status\":\"queued\",\"direction\":\"outbound-api\",\"to\":\"+14155550101\","
                + "\"from\":null,\"num_segments\":\"0\",\"date_sent\":null,"
                + "\"date_created\":\"Tue, 13 Oct 2026 17:00:05 +0000\",\"date_updated\":\"Tue, 13 Oct 2026 17:00:05 +0000\"}";
    }
}
