package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** An organizer follows a campaign on a phone, in the dark: moves work, tells the texters, pauses it and lets it go on. */
@Journey
class LiveCampaignJourneyTest {
    private static final double PATIENCE = 20_000;

    @Test
    void an_organizer_follows_a_campaign_moves_work_tells_the_texters_and_pauses_it(Visitors visitors) {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        assertThat(dana.locator("h1")).isVisible();

        Page ora = visitors.signIn(visitors.page(390, 800, ColorScheme.DARK, true), "Ora");
        ora.navigate("/campaigns");
        ora.locator("a.campaign-row:has-text('Running')").first().click();
        Locator way = ora.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Open the live page").setExact(true));
        way.click();
        assertThat(ora.locator(".live-needs")).isVisible();
        assertThat(ora.locator(".live-numbers")).containsText("first texts sent");
        String campaign = ora.locator("h1").innerText();
        fits(ora);
        Axe.findsNothing(ora, "the live page in the dark");

        // Of Sam's first texts, to Ife and back.
        Locator sam = ora.locator(".live-texter", new Page.LocatorOptions().setHasText("Sam Ortiz"));
        assertThat(sam).containsText("first text");
        String samHolds = sam.locator("[data-work=FIRST_TEXTS]").innerText();
        press(ora, "Move work of Sam Ortiz");
        Locator dialog = ora.getByRole(AriaRole.DIALOG);
        dialog.getByText("First texts not sent").click();
        dialog.getByText("Evenly to these").click();
        ora.locator("vaadin-multi-select-combo-box input").fill("Ife");
        ora.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText("Ife Bello"))
                .click();
        // What was chosen from stays open over the button otherwise.
        ora.keyboard().press("Tab");
        fits(ora);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Move").setExact(true))
                .click();
        assertThat(ora.locator("vaadin-notification-card").last()).containsText("moved");
        assertThat(sam.locator("[data-work=FIRST_TEXTS]"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
        press(ora, "Put back");
        assertThat(sam).containsText(samHolds, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));

        // A word to all of them is on Dana's phone by itself.
        ora.getByLabel("What they should know").fill("The meeting has moved to the school.");
        press(ora, "Tell them");
        Locator note = dana.locator(".live-note");
        assertThat(note)
                .containsText("moved to the school", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        fits(dana);
        note.getByRole(AriaRole.BUTTON).click();
        assertThat(note).isHidden();

        press(ora, "Pause");
        Locator pausing = ora.getByRole(AriaRole.DIALOG);
        pausing.getByLabel("Why?").fill("The hall is full.");
        pausing.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pause"))
                .click();
        assertThat(ora.locator(".notice.warn")).containsText("The hall is full.");
        assertThat(dana.locator(".desk-cards"))
                .containsText(
                        "Paused: The hall is full.", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        fits(dana);
        press(ora, "Go on");
        assertThat(dana.locator(".desk-cards"))
                .not()
                .containsText("The hall is full.", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(ora.locator("h1")).hasText(campaign);
        visitors.assertNobodyComplained();
    }

    @Test
    void a_draft_made_from_a_template_may_be_given_a_time_and_a_sample(Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/campaigns");
        ora.locator("a.campaign-row:has-text('Running')").first().click();
        press(ora, "Copy");
        Locator copying = ora.getByRole(AriaRole.DIALOG);
        copying.getByLabel("Name").fill("As always");
        copying.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep as a template"))
                .click();
        assertThat(ora.locator(".page-head")).containsText("Template");
        press(ora, "Use it");
        Locator using = ora.getByRole(AriaRole.DIALOG);
        using.getByLabel("Name").fill("December turnout");
        using.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make it"))
                .click();
        assertThat(ora.locator("h1")).hasText("December turnout");
        ora.locator(".steps button", new Page.LocatorOptions().setHasText("Start"))
                .click();
        assertThat(ora.locator("vaadin-date-time-picker")).hasCount(2);
        assertThat(ora.getByLabel("People to text first")).isVisible();
        fits(ora);
        Axe.findsNothing(ora, "the start of a draft");
        visitors.assertNobodyComplained();
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
