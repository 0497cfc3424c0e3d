package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A coordinator changes a rule: drawn up in fields, seen on real people, applied while they watch, and taken back. */
@Journey
class LadderRulesJourneyTest {
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void from_a_rule_to_the_people_it_would_move_and_back_on_a_phone(Visitors visitors) {
        walk(visitors, visitors.onPhone(), "A quick look");
    }

    @Test
    void from_a_rule_to_the_people_it_would_move_and_back_at_a_desk(Visitors visitors) {
        walk(visitors, visitors.atDesk(), "A long look");
    }

    private static void walk(Visitors visitors, Page cory, String why) {
        visitors.signIn(cory, "Cory");
        cory.navigate("/ladder");
        cory.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit ladder"))
                .click();
        assertThat(cory.locator("h1")).hasText("Rungs and rules");
        sidewaysNothing(cory);

        press(cory, "Rule…: Endorsing");
        Locator dialog = cory.locator("vaadin-dialog").last();
        Locator days = dialog.getByLabel("In the last days").first();
        days.fill("1");
        days.press("Tab");
        assertThat(dialog.locator(".rule-sentence").first()).containsText("in the last day");
        sidewaysNothing(cory);
        press(cory, "Keep in the draft");
        assertThat(cory.locator(".ladder-rules")).containsText("A draft, last changed by Cory");

        press(cory, "See who would move");
        assertThat(cory.locator(".rules-steps")).containsText(Pattern.compile("would fall"), SOON);
        cory.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show them"))
                .click();
        assertThat(cory.locator("h1")).hasText("Who would move");
        assertThat(cory.locator(".preview-list li").first()).containsText("From Endorsing to");
        sidewaysNothing(cory);
        cory.goBack();

        cory.getByLabel("Why (for the history)").fill(why);
        press(cory, "Apply");
        // First the version: what stood here before the press says that standings follow too.
        assertThat(cory.locator(".rules-versions > li").first()).containsText(why, SOON);
        assertThat(cory.locator(".rules-steps")).containsText(Pattern.compile("Standings follow it"), SOON);
        press(cory, "Undo");
        cory.locator("vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Undo").setExact(true))
                .click();
        assertThat(cory.locator(".rules-versions > li").first())
                .containsText(Pattern.compile("as version \\d+ was"), SOON);
        assertThat(cory.locator(".rules-steps")).containsText(Pattern.compile("Standings follow it"), SOON);
        assertThat(cory.locator(".rules-rung", new Page.LocatorOptions().setHasText("Endorsing")))
                .containsText("in the last 180 days");
        visitors.assertNobodyComplained();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /** Nobody has to scroll to the side. */
    private static void sidewaysNothing(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }
}
