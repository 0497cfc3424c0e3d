package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.journeys.OneTimeCodeJourneyTest.cookie;
import static org.rung.journeys.OneTimeCodeJourneyTest.leave;
import static org.rung.journeys.OneTimeCodeJourneyTest.password;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** In without typing: by a passkey in a phone that the browser pretends to have, and by staying signed in. */
@Journey
class PasskeyJourneyTest {

    @Test
    void a_passkey_is_added_signs_in_and_is_removed_again(Visitors visitors) {
        Page sam = visitors.signIn(visitors.onPhone(), "Sam");
        CDPSession phone = authenticator(sam);
        sam.navigate("/account");
        button(sam, "Add a passkey").click();
        Locator dialog = sam.locator("vaadin-dialog");
        dialog.getByLabel("A name for it").fill("My phone");
        dialog.getByLabel("Your password now").fill("not-my-password");
        button(sam, "Go on").click();
        assertThat(dialog.locator("[role=alert]")).containsText("This is not your password");
        dialog.getByLabel("Your password now").fill(password(visitors, "sam@eastside.example"));
        button(sam, "Go on").click();
        assertThat(sam.locator(".account-row", with("My phone"))).containsText("never used");

        leave(sam);
        String planted = cookie(sam, "JSESSIONID");
        button(sam, "Use a passkey").click();
        assertThat(sam.locator("h1")).containsText("Sam");
        assertThat(cookie(sam, "JSESSIONID")).isNotEqualTo(planted);

        sam.navigate("/account");
        assertThat(sam.locator(".account-row", with("My phone"))).containsText("Last used");
        button(sam, "Remove My phone").click();
        sam.locator("vaadin-confirm-dialog vaadin-button", with("Remove")).click();
        assertThat(sam.locator(".account-row", with("My phone"))).hasCount(0);

        leave(sam);
        // The phone still has it, and nobody knows it here any more.
        button(sam, "Use a passkey").click();
        assertThat(sam.locator("[role=alert]")).containsText("not known here");
        phone.detach();
    }

    @Test
    void a_phone_stays_signed_in_until_it_is_signed_out_from_elsewhere(Visitors visitors) {
        Page ife = visitors.onPhone();
        ife.navigate("/sign-in");
        ife.getByLabel("E-mail or mobile number").fill("ife@eastside.example");
        ife.locator("vaadin-password-field input").fill(password(visitors, "ife@eastside.example"));
        assertThat(ife.getByLabel("Stay signed in on this device for 30 days"))
                .not()
                .isChecked();
        ife.getByLabel("Stay signed in on this device for 30 days").check();
        button(ife, "Sign in").click();
        assertThat(ife.locator("h1")).containsText("Ife");

        // The session is gone, as after a night or a restart of the server.
        String before = cookie(ife, "rung-stay");
        ife.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        ife.navigate("/account");
        assertThat(ife.locator(".account-row", with("(this one)"))).containsText("signed in until");
        assertThat(cookie(ife, "rung-stay")).isNotEmpty().isNotEqualTo(before);

        Page desk = visitors.signIn(visitors.atDesk(), "Ife");
        desk.navigate("/account");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sign out .+")))
                .first()
                .click();
        assertThat(desk.getByText("None. Tick")).isVisible();
        // Nobody touches the phone: its screen closes by itself, and it does not come back.
        ife.waitForURL(Pattern.compile(".*/sign-in.*"));
        ife.navigate("/account");
        ife.waitForURL(Pattern.compile(".*/sign-in.*"));
    }

    /** A phone's own authenticator, whose owner says yes to everything. */
    private static CDPSession authenticator(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        assertThat(devtools.send("WebAuthn.addVirtualAuthenticator", asked).has("authenticatorId"))
                .isTrue();
        return devtools;
    }

    private static Page.LocatorOptions with(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
