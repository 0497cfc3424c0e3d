package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From a pledge, by a link of their own, to the gift at the provider's page, its receipt and the giving rung. */
@Journey
class OnlineGivingJourneyTest {
    @Test
    void a_pledge_is_kept_by_a_gift_through_the_provider(Visitors visitors) {
        Page cory = visitors.signIn(visitors.atDesk(), "Cory");
        cory.navigate("/giving/pledges");
        Locator pledge = cory.locator(".giving-row a").last();
        String name = pledge.innerText();
        pledge.click();
        cory.waitForURL("**/supporters/*");
        assertThat(cory.locator(".giving-card")).containsText("$50.00 pledged");
        String person = cory.url();
        button(cory, "Show the link").click();
        String link =
                cory.locator("vaadin-dialog vaadin-text-field[readonly] input").inputValue();
        button(cory, "Close").click();

        Page nia = visitors.onPhone();
        nia.navigate(link.replaceFirst("^https?://[^/]+", ""));
        assertThat(nia.locator("main")).not().containsText(name);
        assertThat(nia.locator("h1")).containsText("Give to Eastside Tenants Union");
        nia.locator(".give-choice:has-text('$50.00')").click();
        nia.waitForTimeout(2_500);
        button(nia, "Go on to pay").click();
        assertThat(nia.locator("h1")).containsText("Gift to Eastside Tenants Union");
        button(nia, "The card is declined").click();
        assertThat(nia.locator("[role=alert]")).containsText("declined");
        nia.getByLabel("Name on the card").fill("Another Name");
        nia.getByLabel("E-mail").fill("another@example.org");
        button(nia, "Pay").click();
        assertThat(nia.locator("h1")).hasText("Thank you!");
        cory.navigate(person);
        Locator card = cory.locator(".giving-card");
        assertThat(card.locator(".giving-row").first())
                .containsText("$50.00", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(card).not().containsText("pledged");
        assertThat(cory.locator("main")).containsText("Gave once");
        card.locator(".giving-row").first().click();
        Page receipt = cory.context()
                .waitForPage(() -> cory.getByText("Receipt", new Page.GetByTextOptions().setExact(true))
                        .click());
        assertThat(receipt.locator("dl")).containsText(name);
        receipt.close();
        cory.navigate("/giving/online");
        assertThat(cory.locator(".giving-row").first()).containsText("Did not come: not enough money on the card");
        Page watching = visitors.anotherWindow(cory);
        watching.navigate("/giving/online");
        assertThat(watching.locator("main [role=status]")).containsText("Not compared yet");
        button(cory, "Compare now").click();
        assertThat(cory.locator("main [role=status]"))
                .containsText("Compared on", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(cory.locator("main")).containsText("Both books agree.");
        assertThat(button(cory, "Compare now")).isFocused();
        // What was done elsewhere shows itself on a page that nobody touches.
        assertThat(watching.locator("main [role=status]")).containsText("Compared on");
        visitors.assertNobodyComplained();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
