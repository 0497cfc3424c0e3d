package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An admin keeps numbers from being texted, looks one up, and finds in the log who did it. */
@Journey
class ComplianceJourneyTest {
    @Test
    void a_number_and_a_file_go_onto_the_list_the_proof_says_so_and_the_log_too(Visitors visitors) {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        ada.navigate("/compliance");
        assertThat(ada.locator("h1")).hasText("Compliance");
        assertThat(ada.locator(".compliance-card")).hasCount(4);
        ada.getByLabel("Search a place or a law").fill("florida");
        assertThat(ada.locator(".law-row")).hasCount(1);
        assertThat(ada.locator(".law-row")).containsText("Fla. Stat.");

        ada.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the list"))
                .click();
        ada.getByLabel("Phone number").fill("(628) 555-0177");
        press(ada, "Add…");
        var dialog = ada.getByRole(AriaRole.DIALOG);
        ada.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put on the list"))
                .click();
        assertThat(dialog).containsText("Say why");
        ada.getByLabel("Why").fill("Their lawyer wrote");
        ada.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put on the list"))
                .click();
        assertThat(ada.locator(".suppression-row").first()).containsText("Their lawyer wrote");
        assertThat(ada.locator(".suppression-row").first()).not().containsText("0177");

        ada.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "numbers.csv",
                        "text/csv",
                        "Phone\n(628) 555-0178\n(628) 555-0179\nnobody 1\n".getBytes(StandardCharsets.UTF_8)));
        ada.getByLabel("Why").fill("Moved away");
        ada.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put on the list"))
                .click();
        assertThat(ada.locator(".bulk-row").first()).containsText("2 numbers are new");
        assertThat(ada.locator(".bulk-row").first()).containsText("1 row refused");

        ada.navigate("/compliance/numbers");
        ada.getByLabel("Phone number").fill("628-555-0177");
        press(ada, "Look up");
        assertThat(ada.locator(".proof")).containsText("Put on the list: Do not text");
        assertThat(ada.locator(".proof")).containsText("Their lawyer wrote");
        assertThat(ada.url()).doesNotContain("0177");

        ada.navigate("/audit");
        assertThat(ada.locator(".audit-row").first()).containsText("Looked at the proof of a number");
        visitors.assertNobodyComplained();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click(new Locator.ClickOptions());
    }
}
