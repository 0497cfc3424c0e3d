package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Thanks reach a phone, and what one moved is a picture and a table. */
@Journey
class ImpactJourneyTest {
    private static final String WORDS = "Eleven people came on Thursday because you asked them.";

    @Test
    void an_organizer_thanks_a_texter_who_reads_it_once_at_home_and_sees_what_they_moved(Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/members");
        ora.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thank Sam Ortiz"))
                .click();
        ora.getByLabel("Your words").fill(WORDS);
        ora.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(ora.locator("vaadin-notification-card")).containsText("Your thanks wait for Sam Ortiz");

        Page sam = visitors.signIn(visitors.onPhone(), "Sam");
        Locator card = sam.locator(".thanks-card");
        assertThat(card).containsText("Ora Kimura thanks you");
        assertThat(card).containsText(WORDS);
        card.getByRole(AriaRole.BUTTON).click();
        assertThat(card).isHidden();
        sam.reload();
        assertThat(sam.locator("h1")).containsText("Sam");
        assertThat(sam.locator(".thanks-card")).hasCount(0);

        sam.locator(".desk-cards")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("My impact"))
                .click();
        assertThat(sam.locator("h1")).hasText("My impact");
        assertThat(sam.locator(".impact-thanks")).containsText(WORDS);
        Locator yeses = sam.locator(".impact-deeds rung-bars").nth(1);
        assertThat(yeses.locator("rect")).hasCount(12);
        Locator table =
                yeses.getByRole(AriaRole.TABLE, new Locator.GetByRoleOptions().setName("Said yes, week by week"));
        assertThat(table.getByRole(AriaRole.ROW)).hasCount(13);
        int rows = table.locator("td").allInnerTexts().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(sam.locator(".impact-sum b").nth(1)).hasText(String.valueOf(rows));
        // Turned round, the phone draws its pictures as wide as it is then.
        sam.setViewportSize(800, 390);
        sam.waitForFunction("() => [...document.querySelectorAll('rung-bars')].every(chart =>"
                + " Number(chart.firstChild.getAttribute('viewBox').split(' ')[2]) === chart.clientWidth)");
        visitors.assertNobodyComplained();
    }
}
