package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of every screen, with the demo's people: ten for the README, all of them under target/screenshots. */
@Journey
@Tag("screenshots")
class ScreenshotsTest {

    /** The bar that tells of loading fades after everything is there. */
    private static final String NO_BAR = ".v-loading-indicator { display: none !important }";

    /** Kept in the repository. */
    private static final Set<String> KEPT = Set.of(
            "home-phone-light",
            "first-text-phone-light",
            "conversation-phone-light",
            "conversation-phone-dark",
            "replies-phone-light",
            "ladder-desktop-light",
            "ladder-desktop-dark",
            "script-desktop-light",
            "campaign-desktop-light",
            "supporter-desktop-light");

    @Test
    void every_screen_has_its_picture(Visitors visitors) throws IOException {
        Path all = Files.createDirectories(Path.of(System.getProperty("rung.target", "target"), "screenshots"));
        Path kept = Files.createDirectories(Path.of("docs", "screenshots"));
        Page scout = visitors.signIn(visitors.atDesk(), "Ada");
        Map<String, Map<String, String>> screens = screens(visitors, scout);
        for (boolean phone : new boolean[] {true, false}) {
            for (ColorScheme look : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (var person : screens.entrySet()) {
                    Page page = visitors.page(phone ? 390 : 1280, phone ? 800 : 900, look, phone);
                    if (!person.getKey().isEmpty()) visitors.signIn(page, person.getKey());
                    for (var screen : person.getValue().entrySet()) {
                        String name = screen.getKey()
                                + (phone ? "-phone-" : "-desktop-")
                                + look.name().toLowerCase(Locale.ROOT);
                        page.navigate(screen.getValue());
                        Visitors.settle(page);
                        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setStyle(NO_BAR));
                        Files.write(all.resolve(name + ".png"), picture);
                        if (KEPT.contains(name)) Files.write(kept.resolve(name + ".png"), picture);
                    }
                    page.context().close();
                }
            }
        }
        visitors.assertNobodyComplained();
    }

    /** Paths by name, by who looks at them. */
    private static Map<String, Map<String, String>> screens(Visitors visitors, Page ada) {
        Map<String, String> danas = new LinkedHashMap<>();
        Page dana = visitors.signIn(visitors.atDesk(), "Dana");
        dana.navigate("/replies");
        await("replies are there")
                .atMost(Duration.ofMinutes(2))
                .until(() -> dana.locator(".reply-row").count() >= 5);
        danas.put("home", "/");
        danas.put("replies", "/replies");
        danas.put(
                "conversation",
                path(dana.locator(".reply-row:not(:has-text('🙌'))").first()));
        dana.navigate("/");
        danas.put("first-text", path(dana.locator("a.btn[href*='text/']").first()));

        Map<String, String> adas = new LinkedHashMap<>();
        adas.put("home-admin", "/");
        for (String path : new String[] {
            "inbox", "campaigns", "scripts", "scripts/new", "canned-replies", "supporters", "supporters/new", "turf",
                    "turf/new",
            "imports", "ladder", "team", "settings", "settings/senders", "settings/api-tokens", "audit", "simulator",
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
