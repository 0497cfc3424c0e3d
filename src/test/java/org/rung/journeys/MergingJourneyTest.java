package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On a phone: two entries of one person are found, looked at side by side, merged, and made two again. */
@Journey
class MergingJourneyTest {

    @Test
    void an_organizer_finds_someone_twice_merges_them_and_takes_it_back(Visitors visitors) {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        String first = add(ora, "Marisol", "Quintanilla", "marisol@example.org", "907 555 0161", "");
        String second = add(ora, "M.", "Quintanilla", "marisol@example.org", "907 555 0162", "Fairbanks");
        // Her page says at once that there is someone who looks like her.
        assertThat(ora.locator(".looks-like")).containsText("Same e-mail");

        ora.navigate("/supporters");
        ora.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Duplicates"))
                .click();
        button(ora, "Look again").click();
        Locator pair = ora.locator(".pair-card", new Page.LocatorOptions().setHasText("Marisol Quintanilla"));
        assertThat(pair).containsText("Same e-mail");
        Axe.findsNothing(ora, "the list of duplicates");
        pair.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("Compare")))
                .click();

        assertThat(ora.locator("h1")).hasText("Are they the same person?");
        assertThat(ora.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Marisol")))
                .isChecked();
        Axe.findsNothing(ora, "two side by side");
        ora.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("M.").setExact(true))
                .check();
        ora.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Marisol"))
                .check();
        button(ora, "Merge").click();

        assertThat(ora.locator("h1")).hasText("Marisol Quintanilla");
        assertThat(ora.locator("main")).containsText("Fairbanks");
        assertThat(ora.locator(".timeline")).containsText("Merged with another entry");
        assertThat(ora.locator(".looks-like")).not().isVisible();
        // An old link leads here.
        ora.navigate(second);
        assertThat(ora).hasURL(Pattern.compile(".*" + first + "$"));
        assertThat(ora.locator("h1")).hasText("Marisol Quintanilla");

        button(ora, "Undo this merge").click();
        ora.locator("vaadin-confirm-dialog")
                .getByText("Undo", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(ora.locator(".timeline-gone")).containsText("Merged with another entry");
        ora.navigate(second);
        assertThat(ora.locator("h1")).hasText("M. Quintanilla");

        // Again, and taken back by the notice.
        ora.locator(".looks-like a").first().click();
        button(ora, "Merge").click();
        ora.locator("vaadin-notification-card").getByText("Undo").click();
        assertThat(ora.locator("h1")).hasText("M. Quintanilla");
        ora.locator(".looks-like a").first().click();
        button(ora, "Not the same").click();
        assertThat(ora.locator("h1")).hasText("Duplicates");
        assertThat(ora.locator(".pair-card", new Page.LocatorOptions().setHasText("Marisol Quintanilla")))
                .hasCount(0);
        visitors.assertNobodyComplained();
    }

    /** Gives the path of their page. */
    private static String add(Page page, String first, String last, String email, String phone, String city) {
        page.navigate("/supporters/new");
        page.getByLabel("First name").fill(first);
        page.getByLabel("Last name").fill(last);
        page.getByLabel("Number for texting").fill(phone);
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("City").fill(city);
        button(page, "Save").click();
        assertThat(page.locator("h1")).hasText(first + " " + last);
        page.waitForURL(Pattern.compile(".*/supporters/[0-9A-Z]{13}$"));
        return page.url().replaceAll("^https?://[^/]+", "");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
