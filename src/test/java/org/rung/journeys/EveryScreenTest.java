package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What holds on every screen, whoever looks at it and however. */
@Journey
class EveryScreenTest {
    private static final Pattern WORD = Pattern.compile(":\\w+");

    /** WCAG 1.4.10: 1280 pixels at a zoom of 400 %, and a small old phone. */
    private static final int NARROWEST = 320;

    private static final int ZOOMED_TWICE = 640;

    private static final Map<String, List<Screen>> KNOWN = new LinkedHashMap<>();

    /** On a phone in one look and at a desk in the other, each screen the other way round than its neighbours by name. */
    @Test
    @Tag("looks")
    void axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desk_and_no_screen_scrolls_sideways(Visitors visitors) {
        List<String> found = new ArrayList<>();
        known(visitors).forEach((person, screens) -> {
            Page page = visitors.onPhone();
            if (!person.isEmpty()) visitors.signIn(page, person);
            screens.forEach(screen -> {
                boolean darkPhone = screen.name().hashCode() % 2 == 0;
                page.setViewportSize(390, 800);
                page.emulateMedia(looking(darkPhone));
                screen.open(page);
                Axe.look(page, screen.name() + " on a phone, " + name(darkPhone), found);
                sideways(page, screen.name(), "ltr", found);
                page.setViewportSize(1280, 900);
                page.emulateMedia(looking(!darkPhone));
                Axe.look(page, screen.name() + " at a desk, " + name(!darkPhone), found);
            });
            page.context().close();
        });
        assertThat(found).isEmpty();
        visitors.assertNobodyComplained();
    }

    /** To find and make what they show takes a while. */
    private static synchronized Map<String, List<Screen>> known(Visitors visitors) {
        if (KNOWN.isEmpty()) KNOWN.putAll(Screens.of(visitors));
        return KNOWN;
    }

    private static Page.EmulateMediaOptions looking(boolean dark) {
        return new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    private static String name(boolean dark) {
        return dark ? "dark" : "light";
    }

    @Test
    void every_address_is_among_them(Visitors visitors) {
        List<String> looked = known(visitors).values().stream()
                .flatMap(List::stream)
                .map(screen -> screen.path().replaceFirst("[?#].*", "").substring(1))
                .toList();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        assertThat(scanner.findCandidateComponents("org.rung"))
                .map(view -> (String) ((AnnotatedBeanDefinition) view)
                        .getMetadata()
                        .getAnnotationAttributes(Route.class.getName())
                        .get("value"))
                .hasSizeGreaterThan(40)
                .allMatch(route -> looked.stream().anyMatch(path(route)), "is looked at");
    }

    /** With a parameter at its end, where it has one that its address does not tell. */
    private static Predicate<String> path(String route) {
        return Pattern.compile(WORD.matcher(route).replaceAll("[^/]+") + "(/[^/]+)?")
                .asMatchPredicate();
    }

    @Test
    @Tag("looks")
    void no_screen_scrolls_sideways_where_words_run_from_right_to_left(Visitors visitors) {
        List<String> found = new ArrayList<>();
        known(visitors).forEach((person, screens) -> {
            Page page = visitors.leftwards();
            if (!person.isEmpty()) visitors.signIn(page, person);
            screens.stream().filter(Screen::plain).forEach(screen -> {
                page.setViewportSize(390, 800);
                screen.open(page);
                sideways(page, screen.name(), "rtl", found);
            });
            page.context().close();
        });
        assertThat(found).isEmpty();
        visitors.assertNobodyComplained();
    }

    /** Nor when narrow, or zoomed. */
    private static void sideways(Page page, String name, String direction, List<String> found) {
        if (!page.evaluate("document.documentElement.dir || 'ltr'").equals(direction))
            found.add(name + " is not written the way its language is");
        for (int width : new int[] {NARROWEST, 390, ZOOMED_TWICE}) {
            page.setViewportSize(width, 640);
            Object over = page.evaluate("() => { const wide = document.documentElement.clientWidth;"
                    + " return document.documentElement.scrollWidth <= wide ? '' :"
                    + " [...document.querySelectorAll('body *')].filter(each => {"
                    + " const box = each.getBoundingClientRect();"
                    + " return box.width && (box.right > wide + 1 || box.left < -1); })"
                    + ".slice(0, 3).map(each => each.tagName + '.' + each.className).join(', ') || 'something'; }");
            if (!over.equals("")) found.add("%s, %d wide, %s: %s".formatted(name, width, direction, over));
        }
    }
}
