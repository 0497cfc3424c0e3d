package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An organizer looks through all texts, at a desk and on a phone. */
@Journey
class ReviewJourneyTest {
    private static final String LOOKED_FOR = "/review?words=petition";

    @Test
    void texts_are_found_a_thread_opens_beside_them_and_its_texter_hears_a_kind_word(Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        found(ora);
        Locator row = ora.locator(".review-row").first();
        assertThat(row.locator("mark").first()).hasText("petition");
        row.locator(".review-open").click();
        Locator thread = ora.locator(".review-thread");
        assertThat(thread.locator("mark").first()).isVisible();
        assertThat(ora.locator(".review-row").first()).isVisible();
        ora.waitForURL(url -> url.contains("words=petition") && url.contains("open="));
        thread.getByText("A word to the texter").click();
        thread.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Wonderful"))
                .click();
        thread.getByLabel("A kind note").fill("You listened so well.");
        thread.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tell them"))
                .click();
        assertThat(ora.locator("vaadin-notification-card")).containsText("They read it");
        ora.reload();
        assertThat(ora.locator(".review-thread")).containsText("You said: Wonderful");
        assertThat(ora.getByLabel("Words in a text")).hasValue("petition");

        ora.getByLabel("Choose all that are shown").check();
        ora.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Opt out").setExact(true))
                .click();
        assertThat(ora.locator("vaadin-confirm-dialog")).containsText("Nothing is texted to");
        ora.locator("vaadin-confirm-dialog vaadin-button[slot=cancel-button]").click();
        visitors.assertNobodyComplained();
    }

    @Test
    void on_a_phone_the_thread_lies_over_the_list_and_a_word_goes_on_the_list(Visitors visitors) {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        found(ora);
        ora.locator(".review-open").first().click();
        Locator thread = ora.locator(".review-thread");
        assertThat(thread).isVisible();
        assertThat(thread.boundingBox().width).isEqualTo(ora.viewportSize().width);
        thread.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Close").setExact(true))
                .click();
        assertThat(thread).isHidden();
        assertThat(ora.locator(".review-open").first()).isVisible();

        ora.navigate("/review/words");
        ora.getByLabel("Word or phrase").fill("Kumquat");
        ora.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        assertThat(ora.locator(".watched-row")).containsText("Kumquat");
        ora.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take Kumquat off the list"))
                .click();
        assertThat(ora.locator(".watched-row")).hasCount(0);
        visitors.assertNobodyComplained();
    }

    private static void found(Page ora) {
        await("texts are found").atMost(Duration.ofMinutes(2)).until(() -> {
            ora.navigate(LOOKED_FOR);
            assertThat(ora.locator("h1")).hasText("Message review");
            return ora.locator(".review-row").count() > 2;
        });
    }
}
