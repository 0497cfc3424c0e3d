package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody finds who started the demo and looks at its console, a minute later. */
class DemoStartTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_demo_opens_with_sign_ins_a_token_a_running_campaign_and_replies_that_wait(@TempDir Path home)
            throws Exception {
        try (var house = House.start(home, Map.of("RUNG_DEMO", "true"))) {
            var console = house.said();
            assertThat(console).contains("Rung's demo is at " + house.url()).doesNotContain("no organization yet");
            for (var person : new String[] {
                "TEXTER       Dana Ruiz        dana@eastside.example",
                "TEXTER       Ife Bello        ife@eastside.example",
                "TEXTER       Sam Ortiz        sam@eastside.example",
                "ORGANIZER    Ora Kimura       ora@eastside.example",
                "COORDINATOR  Cory Lindqvist   cory@eastside.example",
                "ADMIN        Ada Haddad       ada@eastside.example"
            }) assertThat(console).containsPattern(Pattern.quote(person) + " +[a-z2-9]{12}\\s");
            var found = Pattern.compile("Authorization: Bearer (rung_[^\"]+)\"").matcher(console);
            assertThat(found.find()).isTrue();
            var token = found.group(1);

            var campaigns = ask(house, token, "/campaigns").get("items");
            assertThat(campaigns).hasSize(1);
            assertThat(campaigns.get(0).get("name").asString()).isEqualTo("Rent strike turnout");
            assertThat(campaigns.get(0).get("state").asString()).isEqualTo("RUNNING");
            assertThat(ask(house, token, "/members").get("items")).hasSize(6);
            await("six neighbours answer at once")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> ask(house, token, "/conversations?state=NEEDS_RESPONSE")
                                    .get("items")
                                    .size()
                            >= 6);
        }
    }

    private JsonNode ask(House house, String token, String path) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(house.url() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
