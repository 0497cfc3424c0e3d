package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rung.journeys.OneTextJourneyTest.shown;
import static org.rung.journeys.OneTextJourneyTest.texting;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What a conversation holds beside its texts, on a phone: promises, ready answers, own words, and another day. */
@Journey
class InTheThreadJourneyTest {
    private static final double PATIENCE = 30_000;
    private static final String WORDS = ".desk-composing textarea";

    @Test
    void a_promise_is_written_down_where_it_is_made_confirmed_kept_and_that_taken_back(Visitors visitors) {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        replying(dana);
        press(dana, "More");
        dana.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("They promised something…"))
                .click();
        Locator dialog = dana.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, named("Host")).click();
        dialog.getByLabel("In words").fill("Host a house meeting");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^Next week")))
                .click();
        dialog.getByLabel("A note").fill("has a big kitchen");
        Axe.findsNothing(dana, "what they promised");
        dialog.getByRole(AriaRole.BUTTON, named("Write it down")).click();

        Locator row = dana.locator(".promises-row").filter(having("Host a house meeting"));
        assertThat(row).containsText("has a big kitchen");
        assertThat(told(dana, "Promised: Host a house meeting")).hasCount(1);
        row.getByText("Confirmed").click();
        assertThat(row.getByText("Confirmed")).hasAttribute("aria-pressed", "true");
        Axe.findsNothing(dana, "an open promise");
        row.getByText("Kept it").click();
        assertThat(told(dana, "Says they kept it: Host a house meeting")).hasCount(1);
        dana.reload();
        row.getByText("Undo").click();
        assertThat(told(dana, "Says they kept it")).hasCount(0);

        row.getByText("Can't make it").click();
        Axe.findsNothing(dana, "why they cannot");
        dana.getByRole(AriaRole.DIALOG).getByText("Something came up").click();
        assertThat(told(dana, "Can't make it: Host a house meeting · Something came up"))
                .hasCount(1);
        Axe.findsNothing(dana, "a promise that was let go");
        row.getByText("Undo").click();
        assertThat(row.getByText("Kept it")).isVisible();
        visitors.assertNobodyComplained();
    }

    @Test
    void two_windows_say_one_thing_each_and_the_second_is_told_and_a_key_opens_the_dialog(Visitors visitors) {
        Page left = visitors.signIn(visitors.atDesk(), "Dana");
        replying(left);
        left.locator(WORDS).focus();
        left.keyboard().press("Alt+KeyP");
        left.getByRole(AriaRole.DIALOG).getByLabel("In words").fill("Call the mayor");
        left.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Write it down"))
                .click();
        assertThat(left.locator(".promises-row").filter(having("Call the mayor")))
                .isVisible();
        Page right = visitors.anotherWindow(left);
        right.navigate(left.url());
        Locator here = left.locator(".promises-row").filter(having("Call the mayor"));
        Locator there = right.locator(".promises-row").filter(having("Call the mayor"));
        assertThat(there).isVisible();

        here.getByText("Kept it").click();

        // The other window hears of it by itself.
        assertThat(there.getByText("Undo")).isVisible();
        assertThat(there.getByText("Can't make it")).hasCount(0);
        Axe.findsNothing(right, "a promise that another window kept");
        visitors.assertNobodyComplained();
    }

    @Test
    void a_ready_answer_is_found_by_its_words_chosen_by_the_arrow_keys_and_fills_the_reply(Visitors visitors) {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        replying(dana);
        dana.locator(".script-line .chip.end").click();
        Locator dialog = dana.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator("h3").first()).hasText("For this campaign");
        assertThat(dialog.locator(".canned-row").first()).containsText("Children welcome");
        Axe.findsNothing(dana, "ready answers");
        dialog.locator(".canned-search input").fill("lawyer");
        assertThat(dialog.locator(".canned-row")).hasCount(1);
        dialog.locator(".canned-search input").fill("zebra");
        assertThat(dialog.locator("[role=status]")).isVisible();
        Axe.findsNothing(dana, "no ready answer");
        dialog.locator(".canned-search input").fill("the");
        assertThat(dialog.locator(".canned-row").nth(1)).isVisible();
        String second =
                dialog.locator(".canned-row").nth(1).locator(".canned-words").innerText();
        dana.keyboard().press("ArrowDown");
        dana.keyboard().press("ArrowDown");
        dana.keyboard().press("Enter");

        assertThat(dialog).hasCount(0);
        assertThat(dana.locator(WORDS)).hasValue(second);
        visitors.assertNobodyComplained();
    }

    @Test
    void first_texts_in_own_words_stand_beside_the_scripts_for_organizers(Visitors visitors) {
        Page sam = visitors.signIn(visitors.onPhone(), "Sam");
        texting(sam);
        String card = shown(sam);
        sam.locator("rung-first-texts textarea").fill("Hi! A word of my own. Reply STOP to opt out.");
        sam.locator("rung-first-texts .composer-foot .btn:not(.ghost)").click();
        await().until(() -> !shown(sam).equals(card));

        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/campaigns");
        String campaign = ora.locator("a.campaign-row").last().getAttribute("href");
        Locator line = ora.locator(".campaign-extra [role=listitem]").filter(having("A word of my own"));
        ora.navigate(campaign.startsWith("/") ? campaign : "/" + campaign);
        assertThat(line).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(line).containsText("Sam");
        assertThat(line.locator(".edited-sides > div")).hasCount(2);
        Axe.findsNothing(ora, "own words");
        line.locator("a").first().click();
        assertThat(ora.locator(".thread-text.us").last()).containsText("A word of my own");
        visitors.assertNobodyComplained();
    }

    @Test
    void what_the_inbox_puts_off_waits_in_coming_back_and_not_in_the_inbox(Visitors visitors) {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/simulator");
        Locator search = ora.getByLabel("Find a phone");
        search.fill("+1 628 555 0142");
        search.press("Enter");
        assertThat(ora.locator(".phone-head")).containsText("555-0142");
        ora.locator("vaadin-message-input textarea").fill("Not now, ask me next week");
        ora.locator("vaadin-message-input textarea").press("Enter");
        assertThat(ora.locator(".phone-bubble.own").last()).containsText("ask me next week");
        Locator row = ora.locator(".reply-row").filter(having("ask me next week"));
        ora.navigate("/inbox");
        assertThat(row).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        row.click();
        ora.getByText("Ask later…").click();
        Locator dialog = ora.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Why").fill("new in town");
        Axe.findsNothing(ora, "put off");
        dialog.getByText("In a week").click();
        assertThat(ora.locator(".followups-notice")).containsText("new in town");

        ora.navigate("/inbox");
        assertThat(ora.locator("h1")).isVisible();
        assertThat(row).hasCount(0);
        ora.navigate("/coming-back");
        assertThat(ora.locator("h2").filter(having("In the organizers' inbox"))).isVisible();
        assertThat(ora.locator(".reply-row").filter(having("new in town"))).isVisible();
        Axe.findsNothing(ora, "coming back");
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        dana.navigate("/coming-back");
        assertThat(dana.locator("h1")).isVisible();
        assertThat(dana.locator(".reply-row").filter(having("new in town"))).hasCount(0);
        visitors.assertNobodyComplained();
    }

    private static void replying(Page page) {
        page.navigate("/replies");
        page.locator("a[href*='conversation/']").last().click();
        assertThat(page.locator(WORDS)).isVisible();
    }

    private static Locator told(Page page, String words) {
        return page.locator(".thread-told").filter(having(words));
    }

    private static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
