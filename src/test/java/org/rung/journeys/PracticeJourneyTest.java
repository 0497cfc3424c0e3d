package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rung.common.Id;

/** A volunteer's first ten minutes on a phone: an invitation, how this works, three invented people, and the first batch. */
@Journey
class PracticeJourneyTest {
    /** What was sent may be taken back for five seconds, and then somebody reads and types. */
    private static final LocatorAssertions.HasCountOptions LONG =
            new LocatorAssertions.HasCountOptions().setTimeout(20_000);

    @Test
    void a_volunteer_practises_before_the_first_batch_and_is_ready(Visitors visitors) {
        Page vera = joined(visitors);
        button(vera, "Practice first").click();
        assertThat(vera.locator(".practice-banner")).containsText("no real texts");
        assertThat(vera.locator("nav.menu, .bottom-bar").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        for (String name : List.of("Alma V.", "Noor K.", "Theo B.")) {
            assertThat(vera.locator(".desk-card:not([hidden]) .desk-who h2")).hasText(name);
            // The campaign that the invitation led to has its own words.
            assertThat(vera.locator("rung-composer textarea"))
                    .hasValue(
                            Pattern.compile("Hi " + name.split(" ")[0] + ", it's Vera with Eastside Tenants Union.*"));
            looks(vera);
            send(vera);
        }
        assertThat(vera.getByText("Your first texts are on their way")).isVisible();
        button(vera, "See what they answer").click();

        assertThat(vera.locator("h1")).hasText("Alma V.");
        assertThat(vera.locator(".bub.them")).hasCount(1, LONG);
        assertThat(vera.locator(".bub.them")).containsText("count me in");
        assertThat(vera.locator(".notice [role=status]")).containsText("Alma says yes");
        looks(vera);
        // Whichever campaign runs when this journey begins, its first answer is a yes.
        vera.locator(".desk-options .chip").first().click();
        assertThat(vera.locator("rung-composer textarea")).hasValue(Pattern.compile("Great, see you there.*"));
        send(vera);
        assertThat(vera.locator(".bub.them")).hasCount(2, LONG);
        button(vera, "Done").click();

        assertThat(vera.locator("h1")).hasText("Noor K.");
        assertThat(vera.locator(".bub.them")).hasCount(1, LONG);
        assertThat(vera.locator(".bub.them")).containsText("who is this?");
        vera.locator("rung-composer textarea").fill("I am Vera from Oak Street. You signed our petition.");
        send(vera);
        vera.locator(".desk-toast").getByRole(AriaRole.BUTTON).click();
        assertThat(vera.locator(".bub.taken-back")).hasCount(1);
        assertThat(vera.locator("rung-composer textarea")).hasValue(Pattern.compile("I am Vera.*"));
        send(vera);
        assertThat(vera.locator(".bub.them")).hasCount(2, LONG);
        button(vera, "Done").click();

        assertThat(vera.locator("h1")).hasText("Theo B.");
        assertThat(vera.locator(".bub.them")).hasCount(1, LONG);
        assertThat(vera.locator(".notice.bad")).containsText("does not want to be texted");
        assertThat(vera.locator("rung-composer")).isHidden();
        looks(vera);
        button(vera, "Go on").click();
        assertThat(vera.locator("h1")).hasText("You are ready, Vera");
        looks(vera);

        vera.navigate("/");
        assertThat(vera.locator("h1")).containsText("Vera");
        assertThat(vera.getByText("Try it first, in two minutes")).hasCount(0);
        visitors.assertNobodyComplained();
    }

    @Test
    void whoever_skips_practice_finds_it_at_home_again(Visitors visitors) {
        Page wes = joined(visitors);
        button(wes, "Start").click();
        Locator offer = wes.locator(".card", new Page.LocatorOptions().setHasText("Try it first, in two minutes"));
        offer.getByRole(AriaRole.LINK).click();
        assertThat(wes.locator(".practice-banner")).isVisible();
        Locator name = wes.locator(".desk-card:not([hidden]) .desk-who h2");
        assertThat(name).hasText("Alma V.");
        button(wes, "Skip").click();
        wes.locator(".desk-skips button").first().click();
        assertThat(name).hasText("Noor K.");
        wes.locator(".desk-toast").getByRole(AriaRole.BUTTON).click();
        assertThat(name).hasText("Alma V.");
        wes.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip practice"))
                .click();
        assertThat(offer).isVisible();
        visitors.assertNobodyComplained();
    }

    private static Page joined(Visitors visitors) {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        ada.navigate("/members");
        button(ada, "Invite").click();
        button(ada, "Make the link").click();
        String link =
                ada.locator("vaadin-dialog vaadin-text-field[readonly] input").inputValue();
        Page vera = visitors.onPhone();
        vera.navigate(link);
        vera.getByLabel("Your name").fill("Vera Novak");
        vera.locator("vaadin-email-field input").fill("vera-" + Id.next() + "@eastside.example");
        vera.locator("vaadin-password-field input").fill("plums are ripe in may");
        button(vera, "Join").click();
        assertThat(vera.locator("h1")).hasText("Welcome to Eastside Tenants Union");
        return vera;
    }

    private static void send(Page page) {
        page.locator("rung-composer")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Send")))
                .click();
    }

    /** In light and dark: to those who see little, and to those with a narrow phone. */
    private static void looks(Page page) {
        for (ColorScheme look : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
            page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
