package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds on every screen, whoever looks at it and however. */
@Journey
class EveryScreenTest {
    /** WCAG 1.4.10: 1280 pixels at a zoom of 400 %, and a small old phone. */
    private static final int NARROWEST = 320;

    private static final int ZOOMED_TWICE = 640;

    @Test
    void axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desk(Visitors visitors) {
        List<String> found = new ArrayList<>();
        Screens.of(visitors).forEach((person, screens) -> {
            Page page = visitors.onPhone();
            if (!person.isEmpty()) visitors.signIn(page, person);
            screens.forEach((name, path) -> {
                page.setViewportSize(390, 800);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.navigate(path);
                Visitors.settle(page);
                Axe.look(page, name + " on a phone, light", found);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                Axe.look(page, name + " on a phone, dark", found);
                page.setViewportSize(1280, 900);
                Axe.look(page, name + " at a desk, dark", found);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                Axe.look(page, name + " at a desk, light", found);
            });
            page.context().close();
        });
        assertThat(found).isEmpty();
        visitors.assertNobodyComplained();
    }

    @Test
    void no_screen_scrolls_sideways_when_narrow_zoomed_or_right_to_left(Visitors visitors) {
        List<String> found = new ArrayList<>();
        var screens = Screens.of(visitors);
        for (boolean leftwards : new boolean[] {false, true}) {
            screens.forEach((person, paths) -> {
                Page page = leftwards ? visitors.leftwards() : visitors.onPhone();
                if (!person.isEmpty()) visitors.signIn(page, person);
                paths.forEach((name, path) -> {
                    page.navigate(path);
                    Visitors.settle(page);
                    if (!page.evaluate("document.documentElement.dir || 'ltr'").equals(leftwards ? "rtl" : "ltr"))
                        found.add(name + " is not written the way its language is");
                    for (int width : new int[] {NARROWEST, 390, ZOOMED_TWICE}) {
                        page.setViewportSize(width, 640);
                        Object over = page.evaluate(
                                "() => { const wide = document.documentElement.clientWidth;"
                                        + " return document.documentElement.scrollWidth <= wide ? '' :"
                                        + " [...document.querySelectorAll('body *')].filter(each => {"
                                        + " const box = each.getBoundingClientRect();"
                                        + " return box.width && (box.right > wide + 1 || box.left < -1); })"
                                        + ".slice(0, 3).map(each => each.tagName + '.' + each.className).join(', ') || 'something'; }");
                        if (!over.equals(""))
                            found.add("%s, %d wide%s: %s".formatted(name, width, leftwards ? ", rtl" : "", over));
                    }
                });
                page.context().close();
            });
        }
        assertThat(found).isEmpty();
        visitors.assertNobodyComplained();
    }
}
