package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What an old phone has to fetch; how long it takes is told, not judged. */
@Journey
class SlowPhoneTest {
    private static final int FIRST_VISIT = 600_000;
    private static final int LATER_VISIT = 20_000;

    /** Fast 3G, as browsers' own tools simulate it: 1.6 Mbit/s, 150 ms. */
    private static final String FAST_3G =
            "{\"offline\":false,\"latency\":150,\"downloadThroughput\":200000,\"uploadThroughput\":93750}";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    @Test
    void the_first_screen_is_small_and_the_next_visit_asks_for_no_file_again(Visitors visitors) {
        Page page = visitors.onPhone();
        CDPSession line = page.context().newCDPSession(page);
        listen(line);
        line.send("Network.enable");
        line.send(
                "Network.emulateNetworkConditions",
                JsonParser.parseString(FAST_3G).getAsJsonObject());

        visit(page, "first");
        assertThat(bytes.get()).isBetween(1L, (long) FIRST_VISIT);
        visit(page, "later");
        assertThat(bytes.get()).isLessThan(LATER_VISIT);
        assertThat(asked.keySet()).noneMatch(each -> each.contains("/VAADIN/build/") || each.contains("/fonts/"));
        visitors.assertNobodyComplained();
    }

    private void listen(CDPSession line) {
        line.on(
                "Network.requestWillBeSent",
                said -> addresses.put(
                        id(said), said.getAsJsonObject("request").get("url").getAsString()));
        line.on("Network.requestServedFromCache", said -> addresses.remove(id(said)));
        line.on("Network.responseReceived", said -> {
            if (said.getAsJsonObject("response").get("fromDiskCache").getAsBoolean()) addresses.remove(id(said));
        });
        line.on("Network.loadingFinished", said -> {
            String address = addresses.get(id(said));
            if (address == null) return;
            long length = said.get("encodedDataLength").getAsLong();
            asked.put(address, length);
            bytes.addAndGet(length);
        });
    }

    private static String id(JsonObject said) {
        return said.get("requestId").getAsString();
    }

    private void visit(Page page, String which) {
        asked.clear();
        bytes.set(0);
        long begun = System.nanoTime();
        page.navigate("/sign-in");
        assertThat(page.locator("vaadin-text-field input").first()).isVisible();
        long shown = (System.nanoTime() - begun) / 1_000_000;
        Visitors.settle(page);
        System.out.printf(
                "The %s visit over 3G: the form after %,d ms, %,d bytes in %d requests%n",
                which, shown, bytes.get(), asked.size());
    }
}
