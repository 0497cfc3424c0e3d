package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every screen of the demo that stands for itself. */
final class Screens {
    private Screens() {}

    /** Paths by name, by who looks at them. */
    static Map<String, Map<String, String>> of(Visitors visitors) {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        Map<String, String> danas = new LinkedHashMap<>();
        Page dana = visitors.signIn(visitors.atDesk(), "Dana");
        dana.navigate("/replies");
        await("replies are there")
                .atMost(Duration.ofMinutes(2))
                .until(() -> dana.locator(".reply-row").count() >= 5);
        danas.put("home", "/");
        danas.put("account", "/account");
        danas.put("people-i-know", "/people-i-know");
        danas.put("impact", "/impact");
        danas.put("coming-back", "/coming-back");
        danas.put("practice", "/practice");
        danas.put("care", "/care");
        danas.put("replies", "/replies");
        danas.put(
                "conversation",
                path(dana.locator(".reply-row:not(:has-text('🙌'))").first()));
        dana.navigate("/");
        danas.put("first-text", path(dana.locator("a.btn[href*='text/']").first()));

        Map<String, String> adas = new LinkedHashMap<>();
        adas.put("home-admin", "/");
        for (String path : new String[] {
            "inbox",
            "help",
            "campaigns",
            "scripts",
            "scripts/new",
            "canned-replies",
            "supporters",
            "supporters/new",
            "saved-filters",
            "bulk",
            "turf",
            "turf/new",
            "imports",
            "ladder",
            "ladder/edit",
            "alerts",
            "members",
            "teams",
            "settings",
            "settings/senders",
            "settings/api-tokens",
            "settings/impact",
            "settings/fields",
            "audit",
            "simulator",
            "nowhere"
        }) adas.put(path.replace('/', '-'), "/" + path);
        ada.navigate("/campaigns");
        adas.put("campaign", path(ada.locator("a.campaign-row").last()));
        ada.navigate("/scripts");
        adas.put("script", path(ada.locator("a.campaign-row").last()));
        ada.navigate("/turf");
        adas.put("a-turf", path(ada.locator("a.turf-name").last()));
        ada.navigate("/ladder");
        adas.put(
                "supporter",
                path(ada.locator(".ladder-tables a[href*='supporters/']").first()));
        Map<String, Map<String, String>> screens = new LinkedHashMap<>();
        screens.put("", Map.of("sign-in", "/sign-in", "join-closed", "/join/nothing"));
        screens.put("Dana", danas);
        screens.put("Cory", Map.of("home-coordinator", "/"));
        screens.put("Ada", adas);
        return screens;
    }

    private static String path(Locator link) {
        assertThat(link).isVisible();
        String href = link.getAttribute("href");
        return href.startsWith("/") ? href : "/" + href;
    }
}
