package org.rung.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rung.common.Id;

@Journey
class LookTest {
    @Test
    void look(Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/team");
        b(ora, "Invite").click();
        b(ora, "Make the link").click();
        String link = ora.locator("vaadin-dialog vaadin-text-field[readonly] input").inputValue();
        Visitors.settle(ora);
        shot(ora, "invite-d-light");
        ora.locator("vaadin-dialog a.btn").click();
        String poster = ora.url();
        for (boolean phone : new boolean[] {true, false})
            for (var look : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                var page = visitors.page(phone ? 390 : 1280, phone ? 800 : 900, look, phone);
                var tag = (phone ? "p-" : "d-") + look.name().toLowerCase();
                page.navigate("/sign-in");
                page.waitForTimeout(800);
                Visitors.settle(page);
                shot(page, "signin-" + tag);
                page.navigate(link);
                page.getByLabel("Your name").fill("Vera Novak");
                page.locator("vaadin-email-field input").fill("v" + Id.next() + "@x.example");
                page.locator("vaadin-password-field input").fill("plums are ripe in may");
                shot(page, "join-" + tag);
                b(page, "Join").click();
                page.locator(".how-point").first().waitFor();
                Visitors.settle(page);
                shot(page, "how-" + tag);
                page.context().clearCookies();
                page.navigate("/sign-in");
                page.getByLabel("Stay signed in on this device for 30 days").check();
                page.getByLabel("E-mail or mobile number").fill("ora@eastside.example");
                page.locator("vaadin-password-field input").fill(OneTimeCodeJourneyTest.password(visitors, "ora@eastside.example"));
                b(page, "Sign in").click();
                page.waitForURL(url -> !url.contains("sign-in"));
                page.navigate("/account");
                Visitors.settle(page);
                shot(page, "account-" + tag);
                page.navigate(poster);
                Visitors.settle(page);
                shot(page, "poster-" + tag);
                if (look == ColorScheme.DARK && !phone) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                    shot(page, "print");
                }
                page.context().close();
            }
    }

    static com.microsoft.playwright.Locator b(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("/tmp/look/" + name + ".png")));
    }
}
