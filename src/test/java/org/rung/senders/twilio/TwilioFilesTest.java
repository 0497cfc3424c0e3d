package org.rung.senders.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.senders.Fetched;
import org.rung.senders.Gateway;
import org.rung.senders.SenderKeys;

/** Fetching over real connections: where requests go, with which keys, and where they never go. */
class TwilioFilesTest {
    private static final String PATH = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
    private static final SenderKeys KEYS = new SenderKeys(Gateway.TWILIO, "AC1", "+15105550100", "secret");

    private record Answer(int status, String location, byte[] body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private TwilioFiles files;

    @BeforeEach
    void a_provider_on_this_machine() throws IOException {
        provider = server();
        files = new TwilioFiles(gateway -> URI.create(address(provider)), Duration.ofSeconds(2));
    }

    @AfterEach
    void they_go_home() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void a_file_named_at_twilio_is_fetched_where_rung_knows_the_provider_to_be_with_the_senders_keys() {
        answers.put(PATH, new Answer(302, "/kept/ME1", new byte[0]));
        answers.put("/kept/ME1", new Answer(200, "", new byte[] {1, 2, 3}));

        assertThat(files.fetch(KEYS, "https://api.twilio.com" + PATH, 10))
                .isInstanceOfSatisfying(
                        Fetched.Here.class, here -> assertThat(here.bytes()).hasSize(3));
        assertThat(requests.getFirst()).isEqualTo("GET " + PATH + " keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://localhost:9/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
                "https://api.twilio.com.evil.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
                "https://eviltwilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
                "https://api.twilio.com@evil.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
                "https://api.twilio.com/2010-04-01/Accounts/AC2/Messages/MM1/Media/ME1",
                "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/../../Media/ME1",
                "file:///etc/passwd",
                "not an address"
            })
    void nobody_goes_where_the_account_keeps_no_files(String url) {
        assertThat(files.fetch(KEYS, url, 10)).isEqualTo(new Fetched.Foreign());
        assertThat(requests).isEmpty();
    }

    @Test
    void nobody_follows_to_an_address_within() throws IOException {
        HttpServer within = server();
        answers.put(PATH, new Answer(302, address(within) + "/secret", new byte[0]));
        answers.put("/secret", new Answer(200, "", new byte[] {9}));

        assertThat(files.fetch(KEYS, "https://api.twilio.com" + PATH, 10)).isEqualTo(new Fetched.Foreign());
        assertThat(requests).hasSize(1);
    }

    @Test
    void what_is_larger_than_asked_for_is_not_read_to_its_end() {
        answers.put(PATH, new Answer(200, "", new byte[11]));

        assertThat(files.fetch(KEYS, "https://api.twilio.com" + PATH, 10)).isEqualTo(new Fetched.TooLarge());
    }

    @Test
    void what_is_not_there_and_what_breaks_are_told_apart() {
        String url = "https://api.twilio.com" + PATH;
        answers.put(PATH, new Answer(404, "", new byte[0]));
        assertThat(files.fetch(KEYS, url, 10)).isEqualTo(new Fetched.Gone());
        answers.put(PATH, new Answer(500, "", new byte[0]));
        assertThat(files.fetch(KEYS, url, 10)).isEqualTo(new Fetched.NotNow());
        answers.put(PATH, new Answer(302, PATH, new byte[0]));
        assertThat(files.fetch(KEYS, url, 10)).isEqualTo(new Fetched.NotNow());
    }

    @Test
    void deleting_is_done_when_it_is_gone() {
        String url = "https://api.twilio.com" + PATH;
        answers.put(PATH, new Answer(500, "", new byte[0]));
        assertThat(files.delete(KEYS, url)).isFalse();
        answers.put(PATH, new Answer(404, "", new byte[0]));
        assertThat(files.delete(KEYS, url)).isTrue();
        assertThat(requests).allMatch(request -> request.equals("DELETE " + PATH + " keys"));
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean keys = exchange.getRequestHeaders().containsKey("Authorization");
            requests.add(exchange.getRequestMethod() + " " + path + (keys ? " keys" : ""));
            Answer answer = answers.getOrDefault(path, new Answer(404, "", new byte[0]));
            if (!answer.location().isEmpty()) exchange.getResponseHeaders().add("Location", answer.location());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server;
    }
}
