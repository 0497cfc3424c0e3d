package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rung.journeys.OneTextJourneyTest.assertOneText;
import static org.rung.journeys.OneTextJourneyTest.conversation;
import static org.rung.journeys.OneTextJourneyTest.outbound;
import static org.rung.journeys.OneTextJourneyTest.shown;
import static org.rung.journeys.OneTextJourneyTest.texting;

import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** First texts on a phone: each once, whatever the line does; skipped with a reason; locked where organizers say so. */
@Journey
class FirstTextsJourneyTest {
    private static final String WORDS = "rung-first-texts textarea";
    private static final String SEND = "rung-first-texts .composer-foot .btn:not(.ghost)";
    private static final String SKIP = "rung-first-texts .composer-foot .btn.ghost";

    @Test
    void two_phones_that_race_for_one_first_text_send_it_once(Visitors visitors) throws Exception {
        Page left = visitors.signIn(visitors.onPhone(), "Sam");
        Page right = visitors.signIn(visitors.onPhone(), "Sam");
        texting(left);
        texting(right);
        String card = shown(left);
        assertThat(shown(right)).isEqualTo(card);

        left.evalOnSelector(SEND, "button => setTimeout(() => button.click(), 0)");
        right.evalOnSelector(SEND, "button => setTimeout(() => button.click(), 0)");

        assertOneText(visitors, card);
        visitors.assertNobodyComplained();
    }

    @Test
    void enter_that_is_held_in_a_narrow_window_sends_one_text(Visitors visitors) throws Exception {
        Page sam = visitors.signIn(visitors.page(390, 800, ColorScheme.DARK, false), "Sam");
        texting(sam);
        String first = shown(sam);
        sam.locator(WORDS).focus();
        for (int repeats = 0; repeats < 20; repeats++) sam.keyboard().down("Enter");
        sam.keyboard().up("Enter");
        await().until(() -> !shown(sam).equals(first));

        assertOneText(visitors, first);
        assertThat(outbound(visitors, shown(sam))).isZero();
        visitors.assertNobodyComplained();
    }

    @Test
    void a_line_that_is_cut_before_the_text_or_behind_it_loses_nothing_and_sends_nothing_twice(Visitors visitors)
            throws Exception {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        texting(dana);
        String before = shown(dana);
        dana.context().setOffline(true);
        dana.locator(SEND).click();
        await().until(() -> !shown(dana).equals(before));
        assertThat(outbound(visitors, before)).isZero();
        dana.context().setOffline(false);
        await("the line is back")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(outbound(visitors, before)).isEqualTo(1));

        // The server hears it, and its answer is lost on the way.
        Page sam = visitors.signIn(visitors.onPhone(), "Sam");
        texting(sam);
        String behind = shown(sam);
        AtomicBoolean cut = new AtomicBoolean();
        sam.route(url -> url.contains("v-r=uidl"), route -> {
            if (cut.compareAndSet(false, true)) {
                route.fetch();
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        sam.locator(SEND).click();
        await("the server has it").atMost(Duration.ofSeconds(60)).until(() -> {
            // The browser is only listened to while it is asked something.
            shown(sam);
            return cut.get() && outbound(visitors, behind) == 1;
        });
        assertThat(sam.locator(".desk-toast:not([hidden])"))
                .containsText("Sent to", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));

        assertOneText(visitors, before);
        assertOneText(visitors, behind);
    }

    @Test
    void a_card_that_is_swiped_away_or_skipped_asks_why_and_organizers_read_it(Visitors visitors) throws Exception {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        texting(dana);
        String progress = dana.locator(".desk-top .num").innerText();
        String swiped = shown(dana);
        CDPSession finger = dana.context().newCDPSession(dana);
        // A finger that comes before the page is drawn scrolls it instead.
        await("it asks why").until(() -> {
            swipes(dana, finger);
            return dana.locator(".desk-skips").isVisible();
        });
        dana.locator(".desk-skips [data-key='2']").click();
        await().until(() -> !shown(dana).equals(swiped));
        // Taken back, and left out again, with words.
        dana.locator(".desk-toast:not([hidden]) .btn").click();
        await().until(() -> shown(dana).equals(swiped));
        assertThat(dana.locator(".desk-top .num")).hasText(progress);
        dana.locator(SKIP).click();
        dana.locator(".desk-skips [data-key='5']").click();
        dana.locator(".skip-own").fill("Moved to Fresno");
        dana.locator(".desk-skips .btn:not(.ghost)").click();
        await().untilAsserted(() -> assertThat(
                        conversation(visitors, swiped).get("closedReason").asString())
                .isEqualTo("SKIPPED"));
        assertThat(outbound(visitors, swiped)).isZero();

        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/campaigns/" + campaign(visitors, swiped));
        Locator chip = ora.locator(
                ".campaign-extra .chip",
                new Page.LocatorOptions().setHasText(Pattern.compile("^Another reason · \\d+")));
        chip.click();
        assertThat(ora.locator(".extra-list").first()).containsText("Moved to Fresno");
        visitors.assertNobodyComplained();
    }

    @Test
    void a_locked_first_text_cannot_be_changed_and_leaves_as_the_script_has_it(Visitors visitors) throws Exception {
        Page sam = visitors.signIn(visitors.onPhone(), "Sam");
        texting(sam);
        String card = shown(sam);
        String script = sam.locator(WORDS).inputValue();
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        edits(ora, campaign(visitors, card), "No, it goes as it is");
        try {
            // Its card was dealt before: the front door holds, and deals a fresh one.
            sam.locator(WORDS).fill("My own words");
            sam.locator(SEND).click();
            assertThat(sam.locator(".desk-toast.bad")).containsText("locked its first text");
            assertThat(outbound(visitors, card)).isZero();

            sam.reload();
            assertThat(sam.locator(WORDS)).hasAttribute("readonly", "");
            assertThat(shown(sam)).isEqualTo(card);
            assertThat(sam.locator(WORDS)).hasValue(script);
            assertThat(sam.locator(".desk-note")).containsText("locked these words");
            sam.locator(SEND).click();
            assertOneText(visitors, card);
            assertThat(conversation(visitors, card)
                            .get("messages")
                            .get(0)
                            .get("text")
                            .asString())
                    .isEqualTo(script);
        } finally {
            edits(ora, campaign(visitors, card), "Yes, and changed ones are marked");
        }
        visitors.assertNobodyComplained();
    }

    @Test
    void replies_that_wait_are_one_tap_away_and_one_tap_leads_back_to_the_same_card(Visitors visitors) {
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        texting(dana);
        String card = shown(dana);
        dana.locator(WORDS).fill("I was about to write this. Reply STOP to end");
        Locator waits = dana.locator(".desk-waits[role=status] .btn");
        assertThat(waits)
                .containsText(
                        Pattern.compile("repl(y waits|ies wait)"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));

        waits.click();
        dana.waitForURL("**/replies");
        dana.locator(".reply-row").first().click();
        dana.locator(".desk-composing textarea").waitFor();
        dana.locator("rung-way-back a").click();

        assertThat(dana.locator(".desk-card:not([hidden]) .desk-who h2")).not().hasText("");
        assertThat(shown(dana)).isEqualTo(card);
        assertThat(dana.locator(WORDS)).hasValue("I was about to write this. Reply STOP to end");
        assertThat(dana.locator("rung-way-back a")).hasCount(0);
        visitors.assertNobodyComplained();
    }

    private static void edits(Page ora, String campaign, String policy) {
        ora.navigate("/campaigns/" + campaign);
        ora.locator(".steps .chip", new Page.LocatorOptions().setHasText("Script"))
                .click();
        // The step before has a menu in the same place.
        Visitors.settle(ora);
        Locator menu = ora.locator(".campaign-panel vaadin-select");
        Locator chosen = menu.locator("vaadin-select-value-button");
        Locator option = ora.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(policy))
                .last();
        // Left locked, the next journey could not write: a menu that closes on a slow machine is opened again.
        for (int times = 0; times < 8 && !chosen.innerText().contains(policy); times++) {
            if (!option.isVisible()) menu.click();
            try {
                option.click(new Locator.ClickOptions().setTimeout(2_000));
            } catch (TimeoutError closed) {
                continue;
            }
            Visitors.settle(ora);
        }
        assertThat(chosen).containsText(policy);
    }

    private static String campaign(Visitors visitors, String conversation) throws Exception {
        return conversation(visitors, conversation).get("campaign").asString();
    }

    /** Across the name on the card, wherever lines above it have moved it. */
    private static void swipes(Page page, CDPSession finger) {
        var who = page.locator(".desk-card:not([hidden]) .desk-who").boundingBox();
        int y = (int) (who.y + who.height / 2);
        touches(finger, "touchStart", 320, y);
        for (int x = 300; x >= 200; x -= 20) touches(finger, "touchMove", x, y);
        touches(finger, "touchEnd", 0, y);
    }

    private static void touches(CDPSession finger, String type, int x, int y) {
        String points = type.equals("touchEnd") ? "" : "{\"x\":" + x + ",\"y\":" + y + "}";
        finger.send(
                "Input.dispatchTouchEvent",
                JsonParser.parseString("{\"type\":\"" + type + "\",\"touchPoints\":[" + points + "]}")
                        .getAsJsonObject());
    }
}
