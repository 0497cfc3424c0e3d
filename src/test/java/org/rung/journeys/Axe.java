package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What axe finds on a screen. */
final class Axe {
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    static void look(Page page, String where, List<String> found) {
        // What fades from light to dark has neither colour while it does.
        page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
        new AxeBuilder(page)
                .withTags(WCAG_22_AA)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(where + ": " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .collect(Collectors.joining(" | "))));
    }

    /** In light and in dark, and nothing of it wider than the screen. */
    static void findsNothing(Page page, String where) {
        Visitors.settle(page);
        List<String> found = new ArrayList<>();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, where + ", dark", found);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        look(page, where + ", light", found);
        assertThat(found).isEmpty();
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as(where + " fits")
                .isTrue();
    }
}
