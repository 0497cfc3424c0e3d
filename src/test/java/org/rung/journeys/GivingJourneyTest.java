package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** From a pledge to the gift that keeps it, its receipt and the giving rung; and a file of gifts with one that needs a person. */
@Journey
class GivingJourneyTest {
    @Test
    void a_pledge_becomes_a_gift_a_receipt_and_a_rung(Visitors visitors) {
        Page cory = visitors.signIn(visitors.atDesk(), "Cory");
        cory.navigate("/giving/pledges");
        Locator pledge = cory.locator(".giving-row a").first();
        String name = pledge.innerText();
        pledge.click();
        Locator card = cory.locator(".giving-card");
        assertThat(card).containsText("$50.00 pledged");
        card.getByText("Write down a gift").click();
        cory.getByLabel("Amount in USD").fill("50");
        button(cory, "Save the gift").click();
        assertThat(card.locator(".giving-row")).containsText("$50.00");
        assertThat(card).not().containsText("pledged");
        assertThat(cory.locator("main")).containsText("Gave once");
        card.locator(".giving-row").first().click();
        Page receipt = cory.context()
                .waitForPage(() -> cory.getByText("Receipt", new Page.GetByTextOptions().setExact(true))
                        .click());
        assertThat(receipt.locator("dl")).containsText(name);
        assertThat(receipt.locator("dl")).containsText("$50.00");
        receipt.close();
        cory.navigate("/giving/pledges");
        button(cory, "Kept").click();
        assertThat(cory.locator(".giving-list")).containsText(name);
        visitors.assertNobodyComplained();
    }

    @Test
    void a_file_is_read_and_what_it_leaves_open_is_settled(Visitors visitors) {
        Page cory = visitors.signIn(visitors.atDesk(), "Cory");
        cory.navigate("/giving/files");
        cory.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "actblue.csv",
                        "text/csv",
                        ("Receipt ID,Date,Amount,Donor First Name,Donor Last Name,Donor Email,Lineitem ID\n"
                                        + "AB1," + LocalDate.now(ZoneOffset.UTC).minusDays(1)
                                        + " 10:00:00,25.00,Quill,Newcomer,quill@example.org,77001\n"
                                        + "AB2,someday,5.00,Quill,Newcomer,quill@example.org,77002\n")
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(cory.locator("main")).containsText("1 added");
        button(cory, "1 not taken").click();
        assertThat(cory.locator("vaadin-dialog")).containsText("Row 3");
        button(cory, "Close").click();
        cory.navigate("/giving/unmatched");
        button(cory, "A new person: Quill Newcomer").click();
        assertThat(cory.locator("main")).not().containsText("Quill Newcomer");
        cory.navigate("/giving");
        assertThat(cory.locator(".giving-list")).containsText("Quill Newcomer");
        button(cory, "Check the books").click();
        assertThat(cory.locator("main")).containsText("every line adds up");
        visitors.assertNobodyComplained();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
