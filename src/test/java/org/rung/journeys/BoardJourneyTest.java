package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rung.common.Id;

/** A coordinator walks the board: from a number to its people, to one of them, and to a turf of those who are ready. */
@Journey
class BoardJourneyTest {
    private static final Pattern PEOPLE = Pattern.compile("Rung \\d, [^:]+: ([\\d,]+) people\\.");

    @Test
    void from_a_rung_to_a_person_and_to_a_turf_of_those_who_are_ready_on_a_phone(Visitors visitors) {
        walk(visitors, visitors.onPhone());
    }

    @Test
    void from_a_rung_to_a_person_and_to_a_turf_of_those_who_are_ready_at_a_desk(Visitors visitors) {
        walk(visitors, visitors.atDesk());
    }

    private static void walk(Visitors visitors, Page cory) {
        visitors.signIn(cory, "Cory");
        cory.navigate("/ladder");
        assertThat(cory.locator("h1")).hasText("Ladder");
        Locator rungs = cory.locator(".ladder-rungs a");
        assertThat(rungs).hasCount(6);
        long everyone = number(cory.locator(".page-head .muted").innerText());
        long onRungs = rungs.all().stream().mapToLong(BoardJourneyTest::people).sum();
        assertThat(onRungs).isEqualTo(everyone).isPositive();
        sidewaysNothing(cory);

        // The second rung from below has more people than one page holds.
        String people = follow(
                cory,
                () -> cory.locator(".ladder-rungs a").nth(4),
                second -> people(second),
                () -> cory.locator(".supporters [role=status]").first());
        assertThat(number(people)).isGreaterThan(50);
        assertThat(cory.locator("h1")).hasText("Supporters");
        Locator grid = cory.locator(".people-grid");
        assertThat(grid.locator(".person-name a").first()).isVisible();
        String first = grid.locator(".person-name a").first().innerText();
        grid.evaluate("async grid => { for (let at = 0; at < 8; at++) {"
                + " grid.scrollToIndex(70); await new Promise(soon => setTimeout(soon, 150)); } }");
        assertThat(grid.locator(".person-name a", new Locator.LocatorOptions().setHasText(first)))
                .hasCount(0);
        grid.evaluate("grid => grid.scrollToIndex(0)");
        assertThat(grid.getByText(first, new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        sidewaysNothing(cory);

        grid.getByText(first, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(cory.locator("h1")).hasText(first);
        assertThat(cory.locator("main")).containsText("Endorsing");
        sidewaysNothing(cory);
        cory.goBack();
        assertThat(cory.locator(".supporters [role=status]").first()).containsText("people match");
        cory.goBack();
        assertThat(cory.locator("h1")).hasText("Ladder");

        String ready = follow(
                cory,
                () -> cory.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Make a turf of [\\d,]+$"))),
                turf -> number(turf.innerText()),
                () -> cory.locator(".turf-preview .turf-number").first());
        assertThat(number(ready)).isPositive();
        String name = "Ready " + Id.next();
        cory.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        cory.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save turf"))
                .click();
        Locator card = cory.locator(".turf-card", new Page.LocatorOptions().setHasText(name));
        assertThat(card.locator(".turf-count")).containsText(Pattern.compile("[1-9]"));
        sidewaysNothing(cory);
        visitors.assertNobodyComplained();
    }

    /** From a number on the board to the page that has it, too; neighbours act meanwhile, and then the board is read anew. */
    private static String follow(
            Page page, Supplier<Locator> link, ToLongFunction<Locator> number, Supplier<Locator> there) {
        await("the board and its page say the same")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> {
                    page.navigate("/ladder");
                    String said = grouped(number.applyAsLong(link.get()));
                    link.get().click();
                    assertThat(there.get()).containsText(Pattern.compile("(^|\\D)" + said + "(\\D|$)"));
                });
        return there.get().innerText();
    }

    private static long people(Locator rung) {
        Matcher said = PEOPLE.matcher(rung.getAttribute("aria-label"));
        assertThat(said.find()).isTrue();
        return number(said.group(1));
    }

    private static long number(String words) {
        return Long.parseLong(words.replaceAll("\\D", ""));
    }

    private static String grouped(long number) {
        return "%,d".formatted(number);
    }

    /** Nobody has to scroll to the side. */
    private static void sidewaysNothing(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }
}
