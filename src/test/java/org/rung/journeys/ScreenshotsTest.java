package org.rung.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Map<String, List<Screen>> screens = Screens.of(visitors);
        for (boolean phone : new boolean[] {true, false}) {
            for (ColorScheme look : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (var person : screens.entrySet()) {
                    Page page = visitors.page(phone ? 390 : 1280, phone ? 800 : 900, look, phone);
                    if (!person.getKey().isEmpty()) visitors.signIn(page, person.getKey());
                    for (Screen screen : person.getValue()) {
                        String name = screen.name()
                                + (phone ? "-phone-" : "-desktop-")
                                + look.name().toLowerCase(Locale.ROOT);
                        screen.open(page);
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
}
