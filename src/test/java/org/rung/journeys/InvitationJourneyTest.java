package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rung.common.Id;

/** A link in somebody's hand: from the invitation to the first text on a phone, and out again. */
@Journey
class InvitationJourneyTest {

    @Test
    void a_volunteer_joins_on_a_phone_and_texts_and_a_suspended_one_is_thrown_out_at_once(Visitors visitors) {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        ada.navigate("/members");
        button(ada, "Invite").click();
        button(ada, "Make the link").click();
        String link =
                ada.locator("vaadin-dialog vaadin-text-field[readonly] input").inputValue();

        Page vera = visitors.onPhone();
        vera.navigate(link);
        vera.getByLabel("Your name").fill("Vera Novak");
        vera.locator("vaadin-email-field input").fill("vera-" + Id.next() + "@eastside.example");
        vera.locator("vaadin-password-field input").fill("plums are ripe in may");
        button(vera, "Join").click();
        assertThat(vera.locator("h1")).hasText("Welcome to Eastside Tenants Union");
        button(vera, "Start").click();
        assertThat(vera.locator("h1")).containsText("Vera");

        // The link led to the campaign that runs: nobody had to add her.
        vera.locator(".card", new Page.LocatorOptions().setHasText("Rent strike turnout"))
                .locator("a.btn")
                .click();
        Locator name = vera.locator(".desk-card:not([hidden]) .desk-who h2");
        assertThat(name).not().hasText("");
        String first = name.innerText();
        vera.locator("rung-first-texts")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Send")))
                .click();
        assertThat(vera.getByText("Sent to " + first)).isVisible();

        ada.navigate("/members");
        ada.getByLabel("Manage Vera Novak").click();
        ada.locator("vaadin-dialog vaadin-button", new Page.LocatorOptions().setHasText("Suspend"))
                .click();
        ada.locator("vaadin-confirm-dialog vaadin-button", new Page.LocatorOptions().setHasText("Suspend"))
                .click();
        assertThat(ada.locator(".person-row", new Page.LocatorOptions().setHasText("Vera Novak")))
                .containsText("Suspended");
        // Nobody touches the phone: its screen closes by itself.
        vera.waitForURL(Pattern.compile(".*/sign-in.*"));
        assertThat(vera.locator("[role=alert]")).containsText("An admin ended your session");
        visitors.assertNobodyComplained();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
