package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.senders.simulator.Temper;

/** The main job, end to end: a list of supporters becomes conversations that move people up a ladder. */
@Journey
@Tag("every-database")
class MainJourneyTest {
    private static final List<String> NAMES = List.of("Abena", "Bruno", "Chiara", "Dmitri", "Esther", "Farid");
    private static final Pattern SEND = Pattern.compile("^Send");

    @Test
    void a_list_becomes_conversations_that_move_people_up_a_ladder(Visitors visitors) {
        List<PhoneNumber> yes =
                Daytime.now().phones(Temper.YES).limit(NAMES.size()).toList();

        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        brings(ora, yes);
        cutsATurf(ora);
        writesAScript(ora);
        String campaign = starts(ora);

        Page cory = visitors.signIn(visitors.atDesk(), "Cory");
        cory.navigate("/ladder");
        Locator up = cory.locator(".kpi > *").first();
        assertThat(up).containsText(Pattern.compile("\\d"));
        int before = number(up.innerText());

        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        Page sam = visitors.signIn(visitors.onPhone(), "Sam");
        List<String> danas = texts(dana, campaign);
        List<String> sams = texts(sam, campaign);
        assertThat(danas).hasSize(3);
        assertThat(sams).hasSize(3).doesNotContainAnyElementsOf(danas);

        // Everyone of this list says yes, after some seconds; the list fills by itself.
        dana.navigate("/replies");
        sam.navigate("/replies");
        for (String name : danas.subList(0, 2)) answersYes(dana, name);
        answersYes(sam, sams.getFirst());
        optsOut(dana, danas.get(2));

        // A question by hand, on the simulated phone, while the texter looks at the conversation.
        String asking = sams.get(1);
        open(sam, asking);
        says(ora, yes.get(NAMES.indexOf(asking)), "Is there parking near the hall?");
        assertThat(sam.locator(".bub.them").last()).containsText("Is there parking", late());

        await("the board shows the climb")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(number(up.innerText())).isGreaterThanOrEqualTo(before + 3));
        visitors.assertNobodyComplained();
    }

    private static void brings(Page ora, List<PhoneNumber> phones) {
        StringBuilder csv = new StringBuilder("First name,Last name,Mobile,Favourite fruit\n");
        for (int i = 0; i < phones.size(); i++)
            csv.append(NAMES.get(i))
                    .append(",Journey,")
                    .append(phones.get(i).text())
                    .append(",\"Plums, ripe\"\n");
        csv.append("Nobody,Journey,12,\n");
        ora.navigate("/imports");
        ora.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "street-fair.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        ora.getByLabel("Name of this list").fill("Street fair");
        ora.getByLabel("How did they agree to be texted?").fill("Ticked the box on the sign-up sheet");
        button(ora, "Check the list").click();
        button(ora, "Import 6 rows").click(new Locator.ClickOptions().setTimeout(60_000));
        assertThat(ora.getByText("6 rows came in")).isVisible(lateVisible());
        assertThat(ora.locator("body")).containsText("1 rejected");
    }

    private static void cutsATurf(Page ora) {
        ora.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cut a turf of this list"))
                .click();
        ora.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Street fair people");
        assertThat(ora.locator("body")).containsText("numbers you can text");
        button(ora, "Save turf").click();
        assertThat(ora.getByText("Street fair people")).isVisible();
    }

    private static void writesAScript(Page ora) {
        ora.navigate("/scripts/new");
        ora.getByLabel("Name of the script").fill("Parents evening");
        Locator yes = ora.locator(".kids > .card.node").first();
        yes.locator(".txt-button").click();
        Locator form = ora.locator(".card.node.open");
        choose(ora, form.locator(".effect-form > vaadin-select").first(), "records an action");
        choose(ora, form.locator(".effect-form > vaadin-select:not([hidden])").nth(1), "Said they will come");
        form.locator(".effect-form")
                .getByText("Add", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(ora.locator(".card.node.open")).containsText("records: Said they will come");
        button(ora, "Save").click();
        assertThat(ora.locator(".page-head .chip")).hasText("Version 1");
    }

    private static String starts(Page ora) {
        ora.navigate("/campaigns");
        button(ora, "New campaign").click();
        ora.locator("vaadin-dialog input").fill("Parents for the park");
        button(ora, "Make it").click();
        ora.waitForURL(Pattern.compile(".*/campaigns/[0-9A-Z]+$"));
        step(ora, "Who");
        combo(ora, ora.locator(".campaign-panel vaadin-combo-box"), "Street fair people");
        assertThat(ora.locator("body")).containsText("6 numbers can be texted");
        step(ora, "Goal");
        ora.locator(".chip.goal", new Page.LocatorOptions().setHasText("Said they will come"))
                .click();
        step(ora, "Script");
        combo(ora, ora.locator(".campaign-panel vaadin-combo-box"), "Parents evening");
        step(ora, "Texters");
        Locator pick = ora.locator(".campaign-panel vaadin-multi-select-combo-box");
        combo(ora, pick, "Dana Ruiz");
        combo(ora, pick, "Sam Ortiz");
        ora.keyboard().press("Escape");
        ora.locator(".add-texters .btn").first().click();
        assertThat(ora.locator(".campaign-panel .people-list")).containsText("Sam Ortiz");
        step(ora, "Hours");
        Locator batch = ora.getByLabel("First texts in a batch");
        batch.fill("3");
        batch.press("Tab");
        button(ora, "Save").click();
        step(ora, "Start");
        button(ora, "Start texting").click();
        assertThat(ora.getByText("How it is going")).isVisible();
        return ora.url().replaceFirst(".*/campaigns/", "");
    }

    /** Pulls a batch and sends all of it, tap by tap; whom it went to. */
    private static List<String> texts(Page texter, String campaign) {
        texter.navigate("/");
        Locator card = texter.locator(".card", new Page.LocatorOptions().setHasText("Parents for the park"));
        card.locator("a.btn").click();
        texter.waitForURL("**/text/" + campaign);
        List<String> names = new ArrayList<>();
        Locator name = texter.locator(".desk-who h2");
        while (names.size() < 3) {
            assertThat(name).containsText("");
            String full = name.innerText();
            names.add(full.split(" ")[0]);
            assertThat(texter.locator("rung-composer textarea")).hasValue(Pattern.compile(".*Reply STOP to end.*"));
            texter.locator("rung-first-texts")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(SEND))
                    .click();
            // The next one is there at once, or the end.
            assertThat(texter.locator(
                            ".desk-card:not([hidden]) .desk-who h2", new Page.LocatorOptions().setHasText(full)))
                    .hasCount(0);
        }
        assertThat(texter.getByText("That was all of them!")).isVisible();
        return names;
    }

    private static void open(Page texter, String name) {
        texter.navigate("/replies");
        Locator row = texter.locator(".reply-row", new Page.LocatorOptions().setHasText(name + " J"));
        row.first().click(new Locator.ClickOptions().setTimeout(60_000));
        assertThat(texter.locator("h1.desk-title")).containsText(name);
    }

    private static void answersYes(Page texter, String name) {
        open(texter, name);
        texter.locator(".desk-options .chip", new Page.LocatorOptions().setHasText(Pattern.compile("^Yes$")))
                .click();
        Locator words = texter.locator(".desk-composing textarea");
        assertThat(words).hasValue(Pattern.compile("Great, see you there.*"));
        texter.locator(".desk-composing")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(SEND))
                .click();
        assertThat(texter.getByText("Sent to " + name).first()).isVisible();
    }

    private static void optsOut(Page texter, String name) {
        open(texter, name);
        texter.getByLabel("More", new Page.GetByLabelOptions().setExact(true))
                .last()
                .click();
        texter.locator("vaadin-context-menu-item", new Page.LocatorOptions().setHasText("Opt out"))
                .click();
        texter.locator("vaadin-confirm-dialog vaadin-button", new Page.LocatorOptions().setHasText("Opt out"))
                .click();
        assertThat(texter.getByText("They asked not to be texted.")).isVisible();
        assertThat(texter.locator(".desk-composing textarea")).hasCount(0);
    }

    private static void says(Page ora, PhoneNumber phone, String words) {
        ora.navigate("/simulator");
        Locator search = ora.locator(".simulator-phones input");
        search.fill(phone.text().substring(2));
        search.press("Enter");
        // The list is drawn anew: whoever clicks before hits another row.
        Visitors.settle(ora);
        assertThat(ora.locator(".simulator-row")).hasCount(1);
        ora.locator(".simulator-row", new Page.LocatorOptions().setHasText(PhoneNumbers.national(phone)))
                .first()
                .click();
        assertThat(ora.locator(".phone-head")).containsText(PhoneNumbers.national(phone));
        Locator input = ora.locator("vaadin-message-input textarea");
        input.fill(words);
        input.press("Enter");
        assertThat(ora.locator(".phone-bubble.own").last()).containsText(words);
    }

    /** The step that comes up by itself is left alone: a click would draw it anew under one's fingers. */
    private static void step(Page ora, String name) {
        Locator chip = ora.locator(
                ".steps .chip", new Page.LocatorOptions().setHasText(Pattern.compile("^(✓ )?" + name + "$")));
        assertThat(ora.locator(".steps [aria-current=step]")).hasCount(1);
        Visitors.settle(ora);
        if (chip.getAttribute("aria-current") == null) chip.click();
        assertThat(ora.locator(".steps [aria-current=step]")).containsText(name);
        Visitors.settle(ora);
    }

    private static void choose(Page page, Locator select, String item) {
        select.click();
        page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(item))
                .last()
                .click();
    }

    private static void combo(Page page, Locator box, String item) {
        box.locator("input").fill(item);
        page.locator(
                        "vaadin-combo-box-item, vaadin-multi-select-combo-box-item",
                        new Page.LocatorOptions().setHasText(item))
                .first()
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static int number(String text) {
        var digits = Pattern.compile("\\d[\\d,]*").matcher(text);
        return digits.find() ? Integer.parseInt(digits.group().replace(",", "")) : 0;
    }

    private static LocatorAssertions.IsVisibleOptions lateVisible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private static LocatorAssertions.ContainsTextOptions late() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
