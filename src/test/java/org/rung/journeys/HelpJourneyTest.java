package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A texter who cannot go on hands a conversation over, on a phone, and has it back with an answer in it. */
@Journey
class HelpJourneyTest {
    private static final double PATIENCE = 20_000;
    private static final String NOTE = "They ask what the lawyer costs.";

    @Test
    void a_texter_asks_for_help_an_organizer_answers_and_gives_it_back_and_the_texter_sees_it(Visitors visitors) {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/help");
        assertThat(ora.locator(".empty")).containsText("Nobody asks for help");

        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        dana.navigate("/replies");
        Locator waiting = dana.locator(".reply-row");
        assertThat(waiting.first()).isVisible();
        String path = waiting.last().getAttribute("href");
        String name = waiting.last().locator(".reply-name").innerText();
        dana.navigate(path);
        assertThat(dana.locator(".desk-title")).hasText(name);
        press(dana, "Get help");
        Locator dialog = dana.getByRole(AriaRole.DIALOG);
        dialog.getByText("I cannot answer the question").click();
        dialog.getByLabel("What should they know?").fill(NOTE);
        fits(dana);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask for help"))
                .click();
        assertThat(dana.locator(".help-banner")).containsText("With an organizer since");
        assertThat(dana.locator(".desk-composing textarea")).hasCount(0);
        fits(dana);
        dana.navigate("/replies");
        assertThat(dana.locator("h1")).isVisible();
        assertThat(dana.locator(".reply-row[href='" + path + "']")).hasCount(0);

        // Ora's list has it by itself, while she looks at it.
        Locator asked = ora.locator(".help-list .reply-row");
        assertThat(asked).containsText(NOTE, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        fits(ora);
        asked.click();
        assertThat(ora.locator(".help-banner")).containsText("Dana");
        press(ora, "I look after it");
        ora.locator(".desk-composing textarea").fill("It is free for members, this is Ora.");
        ora.locator(".desk-composing .composer-foot .btn:not(.ghost)").click();
        assertThat(ora.locator(".thread-text.us").last()).containsText("free for members");
        fits(ora);
        press(ora, "Give back");
        Locator back = ora.getByRole(AriaRole.DIALOG);
        back.getByLabel("A note for").fill("The first hour is free.");
        back.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give back"))
                .click();
        assertThat(ora.locator(".help-banner"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));

        // Dana's list has it on top again, by itself too.
        assertThat(dana.locator(".reply-row").first())
                .hasAttribute("href", path, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        assertThat(dana.locator(".reply-row").first()).containsText("back from help");
        fits(dana);
        dana.locator(".reply-row").first().click();
        assertThat(dana.locator(".help-banner")).containsText("The first hour is free.");
        assertThat(dana.locator(".thread-text.us").last()).containsText("free for members");
        press(dana, "Got it");
        assertThat(dana.locator(".help-banner")).hasCount(0);
        visitors.assertNobodyComplained();
    }

    @Test
    void a_texter_asks_their_team_and_its_lead_who_only_texts_answers_gives_it_back_and_sees_it_no_more(
            Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/teams");
        press(ora, "New team");
        Locator making = ora.getByRole(AriaRole.DIALOG);
        making.getByLabel("Name").fill("Tuesday evenings");
        pick(ora, "Who leads it?", "Ife Bello");
        pick(ora, "Who is in it?", "Dana Ruiz");
        making.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make the team"))
                .click();
        assertThat(ora.locator("h1")).hasText("Tuesday evenings");
        assertThat(ora.locator(".person-row").first()).containsText("Leads");
        fits(ora);

        Page ife = visitors.signIn(visitors.onPhone(), "Ife");
        ife.navigate("/teams");
        assertThat(ife.locator(".team-card")).containsText("Led by Ife Bello");
        fits(ife);
        ife.navigate("/help");
        assertThat(ife.locator(".empty")).containsText("Nobody asks for help");

        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        dana.navigate("/replies");
        assertThat(dana.locator(".reply-row").first()).isVisible();
        String path = dana.locator(".reply-row").last().getAttribute("href");
        dana.navigate(path);
        press(dana, "Get help");
        Locator dialog = dana.getByRole(AriaRole.DIALOG);
        dialog.getByText("Needs someone who knows").click();
        dialog.getByLabel("What should they know?").fill(NOTE);
        dialog.locator("vaadin-select").click();
        dana.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("Tuesday evenings"))
                .click();
        fits(dana);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask for help"))
                .click();
        assertThat(dana.locator(".help-banner")).containsText("With Tuesday evenings since");

        // It comes to Ife by itself, and no other conversation of Dana's does.
        Locator asked = ife.locator(".help-list .reply-row");
        assertThat(asked).containsText(NOTE, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        fits(ife);
        asked.click();
        press(ife, "I look after it");
        ife.locator(".desk-composing textarea").fill("The lawyer is free for members, this is Ife.");
        ife.locator(".desk-composing .composer-foot .btn:not(.ghost)").click();
        assertThat(ife.locator(".thread-text.us").last()).containsText("free for members");
        press(ife, "Give back");
        Locator back = ife.getByRole(AriaRole.DIALOG);
        back.getByLabel("A note for").fill("Send her the address.");
        back.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give back"))
                .click();
        ife.waitForURL(url -> url.endsWith("/help"));
        assertThat(ife.locator(".empty")).containsText("Nobody asks for help");

        dana.navigate(path);
        assertThat(dana.locator(".help-banner")).containsText("Send her the address.");
        press(dana, "Got it");
        visitors.assertNobodyComplained();
    }

    private static void pick(Page page, String label, String name) {
        page.getByLabel(label).fill(name);
        page.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText(name))
                .click();
        page.keyboard().press("Tab");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void fits(Page page) {
        Visitors.settle(page);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }
}
