package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Friends from one's own phone: into the list in three ways, texted in the phone's own messages, and what came of it. */
@Journey
class PeopleIKnowJourneyTest {

    /** As browsers of phones have it; this one of desktops has none. */
    private static final String ADDRESS_BOOK = """
            Object.defineProperty(navigator, 'contacts', { value: { select: async () => [
              { name: ['Nia Brooks'], tel: ['+1 907 555 0121'] },
              { name: ['Landline Lou'], tel: [] },
            ] } });
            """;

    private static final String FILE = """
            BEGIN:VCARD
            VERSION:3.0
            N:Mensah;Kofi;;;
            FN:Kofi Mensah
            TEL;TYPE=CELL:(907) 555-0122
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:No Number
            END:VCARD
            """;

    @Test
    void a_texter_adds_friends_texts_one_from_their_own_phone_and_says_in_one_tap_how_it_went(Visitors visitors) {
        Page ife = visitors.onPhone();
        ife.addInitScript(ADDRESS_BOOK);
        // No app answers sms: here; the press is what counts.
        ife.addInitScript("document.addEventListener('click', press => {"
                + " if (press.target.closest?.('a[href^=\"sms:\"]')) press.preventDefault(); }, true)");
        visitors.signIn(ife, "Ife");
        ife.locator(".card", new Page.LocatorOptions().setHasText("Who do you know?"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(ife.locator("h1")).hasText("My people");

        button(ife, "Pick from your phone").click();
        assertThat(ife.locator(".circle-result")).containsText("One person added");
        ife.locator(".circle-result summary").click();
        assertThat(ife.locator(".circle-result li")).hasText("Card 2, Landline Lou: it has no phone number.");

        ife.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("friends.vcf", "text/vcard", FILE.getBytes(StandardCharsets.UTF_8)));
        assertThat(row(ife, "Kofi Mensah")).isVisible();

        button(ife, "Add someone by hand").click();
        ife.getByLabel("First name").fill("Abena");
        ife.getByLabel("Phone number").fill("12");
        ife.getByLabel("Phone number").press("Enter");
        assertThat(ife.locator("vaadin-dialog vaadin-text-field[invalid]")).isVisible();
        ife.getByLabel("Phone number").fill("907 555 0123");
        ife.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(row(ife, "Abena")).containsText("Only you");

        row(ife, "Nia Brooks").getByRole(AriaRole.BUTTON).click();
        Locator messages = ife.locator("vaadin-dialog a[href^='sms:']");
        String opened = URLDecoder.decode(messages.getAttribute("href"), StandardCharsets.UTF_8);
        assertThat(opened)
                .startsWith("sms: 19075550121?&body=Hi Nia, Ife here. I'm helping Eastside Tenants Union")
                .doesNotContain("{");
        // Pages are looked at by EveryScreenTest; this opens only by hand.
        ife.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
        assertThat(new AxeBuilder(ife)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .include("vaadin-dialog")
                        .analyze()
                        .getViolations())
                .isEmpty();
        messages.click();
        assertThat(ife.locator(".circle-ask h2")).hasText("How did it go with Nia Brooks?");
        // The phone may close the page meanwhile: home asks, too.
        ife.navigate("/");
        ife.locator(".card", new Page.LocatorOptions().setHasText("How did it go with Nia Brooks?"))
                .getByRole(AriaRole.LINK)
                .click();
        outcome(ife, "No answer").click();
        assertThat(row(ife, "Nia Brooks")).containsText("No answer");
        assertThat(ife.locator(".circle-ask")).hasCount(0);
        ife.locator("vaadin-notification-card").getByText("Undo").click();
        assertThat(row(ife, "Nia Brooks")).not().containsText("No answer");

        row(ife, "Nia Brooks").getByRole(AriaRole.BUTTON).click();
        ife.locator("vaadin-dialog").getByText("Will come").click();
        assertThat(row(ife, "Nia Brooks")).containsText("Will come");

        row(ife, "Nia Brooks").getByRole(AriaRole.BUTTON).click();
        button(ife, "Share").click();
        ife.locator("vaadin-dialog")
                .last()
                .locator("vaadin-button[theme~=primary]")
                .click();
        assertThat(row(ife, "Nia Brooks")).containsText("Shared");

        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/supporters");
        ora.getByText("Nia Brooks").first().click();
        assertThat(ora.locator("main")).containsText("Ife Bello");
        assertThat(ora.locator(".timeline")).containsText("Said they would come");
        visitors.assertNobodyComplained();
    }

    private static Locator row(Page page, String name) {
        return page.locator(".circle-row", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator outcome(Page page, String name) {
        return page.locator(".circle-ask").getByText(name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
