package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Journey
class ClimbPicturesTest {
    private static final Path OUT = Path.of("/tmp/climb-pics");

    @Test
    void pictures(Visitors visitors) {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        ada.navigate("/ladder");
        snap(ada, "ladder-desktop");
        ada.locator(".ladder-tables a[href*='supporters/']").first().click();
        assertThat(ada.locator(".ask-card")).isVisible();
        snap(ada, "supporter-before");
        ada.getByText("They said yes").click();
        assertThat(ada.locator(".promises")).isVisible();
        snap(ada, "supporter-promised");
        String url = ada.url();
        ada.locator(".timeline-act").first().click();
        assertThat(ada.locator("vaadin-dialog textarea")).isVisible();
        snap(ada, "void-dialog");
        ada.locator("vaadin-dialog textarea").fill("Someone else with the same name");
        ada.locator("vaadin-dialog vaadin-button").last().click();
        assertThat(ada.locator(".timeline-gone").first()).isVisible();
        snap(ada, "supporter-voided");
        ada.locator(".promises .btn.good").first().click();
        assertThat(ada.locator(".promises vaadin-details")).isVisible();
        ada.locator(".promises vaadin-details-summary").click();
        snap(ada, "supporter-kept");
        for (boolean phone : new boolean[] {true, false}) {
            for (ColorScheme look : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String end = (phone ? "-phone-" : "-desktop-") + look;
                Page page = visitors.signIn(
                        visitors.page(phone ? 390 : 1280, phone ? 800 : 900, look, phone), "Cory");
                page.navigate("/ladder/edit");
                snap(page, "edit" + end);
                page.navigate(url);
                assertThat(page.locator(".promises")).isVisible();
                snap(page, "supporter" + end);
                page.context().close();
            }
        }
        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        dana.navigate("/replies");
        await("replies are there")
                .atMost(Duration.ofMinutes(2))
                .until(() -> dana.locator(".reply-row").count() >= 5);
        int rows = dana.locator(".reply-row").count();
        for (int i = 0; i < rows; i++) {
            dana.navigate("/replies");
            dana.locator(".reply-row").nth(i).click();
            dana.waitForURL("**/conversation/**");
            Visitors.settle(dana);
            Locator use = dana.locator(".desk-ask .btn.good");
            if (use.count() > 0 && use.first().innerText().equals("Use")) {
                snap(dana, "desk-ready");
                use.first().click();
                assertThat(dana.locator(".desk-ask")).containsText("Your text asks");
                dana.locator(".desk-title").first().click();
                snap(dana, "desk-goes");
                dana.locator(".desk-composing textarea").focus();
                dana.locator(".desk-composing button[aria-label], .desk-composing button").last().click();
                Visitors.settle(dana);
                String talk = dana.url();
                dana.navigate(talk);
                Visitors.settle(dana);
                snap(dana, "desk-asked");
                dana.getByText("They said no").click();
                Visitors.settle(dana);
                snap(dana, "desk-thank");
                break;
            }
        }
    }

    private static void snap(Page page, String name) {
        Visitors.settle(page);
        page.screenshot(new Page.ScreenshotOptions().setPath(OUT.resolve(name + ".png")).setFullPage(true));
    }
}
