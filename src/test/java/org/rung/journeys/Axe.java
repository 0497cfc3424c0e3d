package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What axe finds on a screen. */
final class Axe {
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private static final String RUN = """
            async tags => {
              const found = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return found.violations.map(rule => rule.id + ' '
                  + rule.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join(' | '));
            }""";

    private Axe() {}

    static void look(Page page, String where, List<String> found) {
        // What fades from light to dark has neither colour while it does.
        page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
        // No frame of ours has another one's pages: its script is brought once, where the library's own way opens a
        // page
        // beside each time to gather what frames say.
        if (!(Boolean) page.evaluate("() => 'axe' in window")) page.evaluate(SCRIPT);
        ((List<?>) page.evaluate(RUN, WCAG_22_AA)).forEach(rule -> found.add(where + ": " + rule));
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
