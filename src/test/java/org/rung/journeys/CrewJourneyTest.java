package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An organizer plays a script, moves a running campaign on to it, and looks after all who text and what they are to do. */
@Journey
class CrewJourneyTest {
    private static final double PATIENCE = 20_000;

    @Test
    void a_script_is_played_changed_and_taken_by_the_campaign_that_runs(Visitors visitors) {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/campaigns");
        ora.locator("a.campaign-row:has-text('Running')").first().click();
        ora.waitForURL("**/campaigns/*");
        String campaign = ora.url();
        step(ora, "Script").click();
        ora.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look at the script"))
                .or(ora.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open in the studio")))
                .first()
                .click();
        ora.waitForURL("**/scripts/*");

        press(ora, "Text me a test");
        Locator playing = ora.getByRole(AriaRole.DIALOG);
        assertThat(playing.locator(".play-phone .bub.out")).hasCount(1);
        assertThat(playing).containsText("answers tried");
        playing.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("They answer"))
                .getByRole(AriaRole.BUTTON)
                .first()
                .click();
        assertThat(playing.locator(".play-phone .bub.in")).hasCount(1);
        assertThat(playing).containsText("1 of ");
        fits(ora);
        Axe.findsNothing(ora, "a script that is played");
        playing.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();

        ora.locator(".kids > .card.node").first().locator(".txt-button").first().click();
        Locator words = ora.locator(".node.open textarea").first();
        words.fill(words.inputValue().replaceFirst("^\\w+", "Hello"));
        press(ora, "Save");
        assertThat(ora.locator(".page-head .chip")).containsText("Version");

        ora.navigate(campaign);
        press(ora, "See what changes");
        Locator changes = ora.getByRole(AriaRole.DIALOG);
        assertThat(changes).containsText("From now on");
        assertThat(changes).containsText("Where open conversations stand");
        fits(ora);
        Axe.findsNothing(ora, "what changes when a campaign moves on");
        changes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move on to version"))
                .click();
        assertThat(ora.locator(".script-moves")).containsText("Moved on to version");
        press(ora, "Move back");
        assertThat(ora.locator(".script-moves")).containsText("and back again");
        visitors.assertNobodyComplained();
    }

    @Test
    void all_texters_stand_on_one_page_and_hear_what_they_are_told(Visitors visitors) {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/texters");
        assertThat(ora.locator(".crew-row").first()).isVisible();
        fits(ora);
        Axe.findsNothing(ora, "all texters");

        ora.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Manage Dana"))
                .first()
                .click();
        Locator dialog = ora.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("First texts a day").fill("80");
        fits(ora);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(ora.locator(".crew-row", new Page.LocatorOptions().setHasText("Dana")))
                .containsText("At most 80 a day");

        ora.getByLabel("Your words").fill("Cake at six in the hall.");
        press(ora, "Tell them");
        Locator note = dana.locator(".live-note", new Page.LocatorOptions().setHasText("Cake at six"));
        assertThat(note).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        note.getByRole(AriaRole.BUTTON).click();
        ora.navigate("/texters");
        assertThat(ora.getByText("one has read it").first()).isVisible();

        ora.navigate("/texters/new");
        assertThat(ora.locator("h1")).hasText("New texters");
        fits(ora);
        Axe.findsNothing(ora, "new texters");
        visitors.assertNobodyComplained();
    }

    @Test
    void work_is_dragged_from_one_texter_to_another_and_put_back(Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/campaigns");
        ora.locator("a.campaign-row:has-text('Running')").first().click();
        ora.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the live page"))
                .click();
        Locator sam = ora.locator(".live-texter", new Page.LocatorOptions().setHasText("Sam Ortiz"));
        Locator ife = ora.locator(".live-texter", new Page.LocatorOptions().setHasText("Ife Bello"));
        Locator work = sam.locator("[data-work=FIRST_TEXTS]");
        assertThat(work).isVisible();
        ife.scrollIntoViewIfNeeded();
        var from = work.boundingBox();
        var to = ife.boundingBox();
        ora.mouse().move(from.x + 10, from.y + 8);
        ora.mouse().down();
        ora.mouse().move(from.x + 40, from.y + 30);
        ora.mouse().move(to.x + to.width / 2, to.y + to.height / 2);
        assertThat(ora.locator(".work-ghost")).isVisible();
        ora.mouse().up();

        assertThat(ora.locator(".work-ghost")).hasCount(0);
        assertThat(work).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
        press(ora, "Put back");
        assertThat(work).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        visitors.assertNobodyComplained();
    }

    @Test
    void a_task_is_made_about_somebody_put_off_and_done_and_their_page_says_so(Visitors visitors) {
        String what = "Bring the key of the laundry room";
        Page cory = visitors.signIn(visitors.atDesk(), "Cory");
        cory.navigate("/giving/pledges");
        cory.locator(".giving-row a").first().click();
        cory.waitForURL("**/supporters/*");
        Locator card = cory.locator(".tasks-card");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make a task"))
                .click();
        Locator making = cory.getByRole(AriaRole.DIALOG);
        making.getByLabel("What is to be done").fill(what);
        making.getByLabel("Whose task").fill("Dana");
        cory.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Dana Ruiz"))
                .click();
        press(cory, "Make it");
        assertThat(card.locator(".task-row", new Locator.LocatorOptions().setHasText(what)))
                .containsText("Dana Ruiz");

        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        dana.navigate("/tasks");
        Locator row = dana.locator(".task-row", new Page.LocatorOptions().setHasText(what));
        assertThat(row).containsText("Tomorrow");
        press(dana, "Later… " + what);
        fits(dana);
        Axe.findsNothing(dana, "a task that is put off");
        dana.getByRole(AriaRole.DIALOG).locator(".followups-quick .chip").last().click();
        assertThat(row).not().containsText("Tomorrow");
        press(dana, "Done… " + what);
        Locator ending = dana.getByRole(AriaRole.DIALOG);
        ending.getByLabel("Not reached").check();
        ending.getByLabel("Note").fill("Nobody was home");
        fits(dana);
        Axe.findsNothing(dana, "what came of a task");
        press(dana, "Finish");
        assertThat(row).hasCount(0);
        press(dana, "Done");
        assertThat(row).containsText("Not reached");

        cory.reload();
        assertThat(cory.locator("main")).containsText("Task of Dana Ruiz: " + what + " · Not reached");
        assertThat(cory.locator("main")).containsText("Nobody was home");
        assertThat(card.locator(".task-row", new Locator.LocatorOptions().setHasText(what)))
                .hasCount(0);
        visitors.assertNobodyComplained();
    }

    private static Locator step(Page page, String name) {
        return page.locator(".steps button", new Page.LocatorOptions().setHasText(name));
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
