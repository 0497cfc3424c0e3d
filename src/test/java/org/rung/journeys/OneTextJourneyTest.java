package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However often Send is pressed, and wherever: one text at the provider. */
@Journey
class OneTextJourneyTest {
    private static final String WORDS = ".desk-composing textarea";
    private static final String REPLY = ".desk-composing .composer-foot .btn:not(.ghost)";
    private static final String KEPT =
            "() => Object.keys(sessionStorage).filter(key => key.startsWith('rung-words:')).length";
    private static final String SEND = "rung-first-texts .composer-foot .btn:not(.ghost)";

    @Test
    void two_windows_of_one_texter_send_the_same_first_text_once(Visitors visitors) throws Exception {
        Page left = visitors.signIn(visitors.atDesk(), "Sam");
        Page right = visitors.anotherWindow(left);
        texting(left);
        texting(right);
        String conversation = shown(left);
        assertThat(shown(right)).isEqualTo(conversation);

        // Without waiting for each other: each click returns before its server answers.
        left.evalOnSelector(SEND, "button => setTimeout(() => button.click(), 0)");
        right.evalOnSelector(SEND, "button => setTimeout(() => button.click(), 0)");

        assertOneText(visitors, conversation);
        visitors.assertNobodyComplained();
    }

    @Test
    void a_held_enter_key_sends_one_text(Visitors visitors) throws Exception {
        Page sam = visitors.signIn(visitors.atDesk(), "Sam");
        texting(sam);
        String first = shown(sam);
        sam.locator("rung-first-texts textarea").focus();
        for (int repeats = 0; repeats < 20; repeats++) sam.keyboard().down("Enter");
        sam.keyboard().up("Enter");
        await().until(() -> !shown(sam).equals(first));
        String second = shown(sam);

        assertOneText(visitors, first);
        assertThat(outbound(visitors, second)).isZero();
        visitors.assertNobodyComplained();
    }

    @Test
    void a_refused_first_text_is_on_top_again_with_its_words_and_leaves_once_it_may(Visitors visitors)
            throws Exception {
        Page sam = visitors.signIn(visitors.atDesk(), "Sam");
        texting(sam);
        String card = shown(sam);
        String progress = sam.locator("rung-first-texts .desk-top .num").innerText();
        String campaign = sam.url().replaceFirst(".*/", "");
        asks(visitors, "POST", "campaigns/" + campaign + "/pause?reason=Lunch");
        sam.locator("rung-first-texts textarea").fill("Come to the meeting? Reply STOP to end");
        sam.locator(SEND).click();

        assertThat(sam.locator(".desk-toast.bad")).containsText("paused");
        assertThat(shown(sam)).isEqualTo(card);
        assertThat(sam.locator("rung-first-texts textarea")).hasValue("Come to the meeting? Reply STOP to end");
        assertThat(sam.locator("rung-first-texts .desk-top .num")).hasText(progress);

        asks(visitors, "POST", "campaigns/" + campaign + "/start");
        sam.locator(SEND).click();
        assertOneText(visitors, card);
        assertThat(conversation(visitors, card)
                        .get("messages")
                        .get(0)
                        .get("text")
                        .asString())
                .contains("Come to the meeting?");
        visitors.assertNobodyComplained();
    }

    @Test
    void pressed_twice_before_the_answer_a_reply_is_one_text_and_a_double_click_sends_no_second_card(Visitors visitors)
            throws Exception {
        Page dana = visitors.signIn(visitors.atDesk(), "Dana");
        String conversation = replying(dana);
        int before = outbound(visitors, conversation);
        dana.locator(WORDS).fill("See you at six");
        // Both before any answer: the line is never that fast.
        dana.evalOnSelector(REPLY, "button => { button.click(); button.click(); }");
        assertThat(dana.locator(WORDS)).hasValue("");
        await().until(() -> outbound(visitors, conversation) > before);
        Visitors.settle(dana);
        assertThat(outbound(visitors, conversation)).isEqualTo(before + 1);

        Page sam = visitors.signIn(visitors.atDesk(), "Sam");
        texting(sam);
        String first = shown(sam);
        sam.locator(SEND).dblclick();
        await().until(() -> !shown(sam).equals(first));
        String second = shown(sam);
        await().until(() -> outbound(visitors, first) == 1);
        assertThat(outbound(visitors, second)).isZero();
        visitors.assertNobodyComplained();
    }

    @Test
    void words_kept_in_a_window_give_way_to_newer_ones_and_leave_with_who_signs_out(Visitors visitors) {
        Page left = visitors.signIn(visitors.atDesk(), "Dana");
        String conversation = replying(left);
        left.locator(WORDS).fill("We meet");
        Page right = visitors.anotherWindow(left);
        await().until(() -> {
            right.navigate("/conversation/" + conversation);
            return right.locator(WORDS).inputValue().equals("We meet");
        });
        right.locator(WORDS).fill("We meet at six");
        Page third = visitors.anotherWindow(left);
        await().until(() -> {
            third.navigate("/conversation/" + conversation);
            return third.locator(WORDS).inputValue().equals("We meet at six");
        });

        left.reload();
        assertThat(left.locator(WORDS)).hasValue("We meet at six");

        right.locator(WORDS).fill("We meet at seven");
        assertThat(right.evaluate(KEPT)).isEqualTo(1);
        right.locator(".user-button").first().click();
        right.locator("vaadin-context-menu-item, vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Sign out"))
                .click();
        right.waitForURL("**/sign-in**");
        assertThat(right.evaluate(KEPT)).isEqualTo(0);
    }

    /** A conversation in which somebody waits for an answer. */
    private static String replying(Page page) {
        page.navigate("/replies");
        page.locator("a[href*='conversation/']").first().click();
        page.locator(WORDS).waitFor();
        return page.url().replaceFirst(".*/", "");
    }

    static void texting(Page page) {
        page.navigate("/");
        page.locator(".card", new Page.LocatorOptions().setHasText("Rent strike turnout"))
                .locator("a.btn")
                .click();
        assertThat(page.locator(".desk-card:not([hidden]) .desk-who h2")).not().hasText("");
    }

    static String shown(Page page) {
        return (String) page.evalOnSelector("rung-first-texts", "desk => desk.cards[0].id");
    }

    static void assertOneText(Visitors visitors, String conversation) throws Exception {
        await("it left").atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode messages = conversation(visitors, conversation).get("messages");
            return messages.size() > 0
                    && messages.get(0).get("state").asString().matches("SENT|DELIVERED|UNDELIVERED");
        });
        assertThat(outbound(visitors, conversation)).isEqualTo(1);
        var phone = new PhoneNumber(
                conversation(visitors, conversation).get("phone").asString());
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/simulator");
        Locator search = ora.locator(".simulator-phones input");
        search.fill(phone.text());
        search.press("Enter");
        assertThat(ora.locator(".phone-head")).containsText(PhoneNumbers.national(phone));
        assertThat(ora.locator(".phone-bubble.theirs")).hasCount(1);
    }

    static int outbound(Visitors visitors, String conversation) throws Exception {
        int count = 0;
        for (JsonNode message : conversation(visitors, conversation).get("messages"))
            if (message.get("direction").asString().equals("OUT")) count++;
        return count;
    }

    static JsonNode conversation(Visitors visitors, String id) throws IOException, InterruptedException {
        return asks(visitors, "GET", "conversations/" + id);
    }

    /** As another program. */
    private static JsonNode asks(Visitors visitors, String method, String path)
            throws IOException, InterruptedException {
        String token =
                Files.readString(visitors.house().home().resolve("demo-token")).strip();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(visitors.house().url() + "/api/v1/" + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
