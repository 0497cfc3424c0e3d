package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page that was left still says something on its way out, and its answer may come late. */
@Journey
class LeftPageJourneyTest {
    private static final String PUSH = "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=left&X-Atmosphere-tracking-id=left";

    @Test
    void what_a_left_page_still_says_takes_no_session_away_from_the_browser(Visitors visitors) throws Exception {
        Page ife = visitors.signIn(visitors.onPhone(), "Ife");
        String ended = OneTimeCodeJourneyTest.cookie(ife, "JSESSIONID");
        OneTimeCodeJourneyTest.leave(ife);
        assertThat(OneTimeCodeJourneyTest.cookie(ife, "JSESSIONID")).isNotEqualTo(ended);

        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String said : List.of(
                    PUSH + "&X-Atmosphere-Transport=close",
                    PUSH + "&X-Atmosphere-Transport=long-polling",
                    "/?v-r=uidl&v-uiId=0",
                    "/?v-r=heartbeat&v-uiId=0")) {
                var answer = browser.send(
                        HttpRequest.newBuilder(URI.create(visitors.house().url() + said))
                                .header("Cookie", "JSESSIONID=" + ended)
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"UNLOAD\":true}"))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as("cookies after " + said + ": " + answer.statusCode())
                        .isEmpty();
            }
        }
        visitors.assertNobodyComplained();
    }
}
