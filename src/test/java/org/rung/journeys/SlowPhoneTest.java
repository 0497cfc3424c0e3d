package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.rung.common.Id;

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
        slow(line);

        visit(page, "first");
        assertThat(bytes.get()).isBetween(1L, (long) FIRST_VISIT);
        visit(page, "later");
        assertThat(bytes.get()).isLessThan(LATER_VISIT);
        assertThat(asked.keySet()).noneMatch(each -> each.contains("/VAADIN/build/") || each.contains("/fonts/"));
        visitors.assertNobodyComplained();
    }

    @Test
    void who_types_before_the_screen_is_there_types_into_it(Visitors visitors) {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        ada.navigate("/members");
        button(ada, "Invite").click();
        button(ada, "Make the link").click();
        String link =
                ada.locator("vaadin-dialog vaadin-text-field[readonly] input").inputValue();

        Page vera = visitors.onPhone();
        slow(vera.context().newCDPSession(vera));
        vera.navigate(link, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        Locator paint = vera.locator("#first-paint");
        assertThat(paint.locator("h1")).hasText("Join Eastside Tenants Union");
        paint.getByLabel("Your name").fill("Vera Early");
        paint.getByLabel("E-mail").fill("vera-" + Id.next() + "@eastside.example");
        paint.getByLabel("Password").fill("plums are ripe in may");
        paint.getByText("Stay signed in").click();
        // Pressed once, before there is anything that listens.
        paint.getByRole(AriaRole.BUTTON).click();
        assertThat(vera.locator("h1"))
                .hasText(
                        "Welcome to Eastside Tenants Union", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        assertThat(vera.context().cookies()).anyMatch(cookie -> cookie.name.contains("stay"));
        visitors.assertNobodyComplained();
    }

    @Test
    void the_plain_form_signs_in_without_any_script(Visitors visitors) {
        Page page = visitors.onPhone();
        page.route("**/*.js*", route -> route.abort());
        page.navigate("/sign-in");
        assertThat(page.locator("#first-paint").getByLabel("Password")).isVisible();
        page.locator("#first-paint").getByLabel("E-mail").fill("nobody@eastside.example");
        page.locator("#first-paint").getByLabel("Password").fill("plums are ripe in may");
        page.locator("#first-paint").getByRole(AriaRole.BUTTON).click();
        page.waitForURL("**/sign-in?wrong");
        page.navigate("/join/not-a-link");
        assertThat(page.locator("#first-paint")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void slow(CDPSession line) {
        line.send("Network.enable");
        line.send(
                "Network.emulateNetworkConditions",
                JsonParser.parseString(FAST_3G).getAsJsonObject());
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
        long alive = (System.nanoTime() - begun) / 1_000_000;
        Object painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
        Visitors.settle(page);
        System.out.printf(
                "The %s visit over 3G: the form can be filled in after %.0f ms, all of it answers after %,d ms; %,d bytes"
                        + " in %d requests%n",
                which, ((Number) painted).doubleValue(), alive, bytes.get(), asked.size());
    }
}
