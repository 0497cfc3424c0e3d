package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is being written is never lost: not with the line, not with the page, not with the phone. */
@Journey
class DraftsJourneyTest {
    private static final String WORDS = ".desk-composing textarea";
    private static final String SEND = ".desk-composing .composer-foot .btn:not(.ghost)";
    private static final String KEPT =
            "words => Object.values(sessionStorage).some(value => value.includes(JSON.stringify(words)))";

    @Test
    void words_written_without_a_line_are_there_after_a_reload_and_on_another_device_until_they_are_sent(
            Visitors visitors) {
        Page phone = visitors.signIn(visitors.onPhone(), "Dana");
        phone.navigate("/replies");
        phone.locator("a[href*='conversation/']").first().click();
        phone.locator(WORDS).fill("We meet");
        String conversation = phone.url();
        Page desk = visitors.signIn(visitors.atDesk(), "Dana");
        reads(desk, conversation, "We meet");

        phone.context().setOffline(true);
        phone.locator(WORDS).fill("We meet at six");
        phone.waitForFunction(KEPT, "We meet at six");
        phone.context().setOffline(false);
        phone.reload();

        assertThat(phone.locator(WORDS)).hasValue("We meet at six");
        reads(desk, conversation, "We meet at six");
        desk.locator(SEND).click();
        assertThat(desk.locator(WORDS)).not().hasValue("We meet at six");
        await("the phone knows that it has left").atMost(Duration.ofSeconds(30)).until(() -> {
            phone.navigate(conversation);
            return phone.locator(WORDS).inputValue().isEmpty();
        });
    }

    private static void reads(Page page, String conversation, String words) {
        await("the words are there").atMost(Duration.ofSeconds(30)).until(() -> {
            page.navigate(conversation);
            return page.locator(WORDS).inputValue().equals(words);
        });
    }
}
