package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A turf is cut on the map, given to a texter, and theirs: at a desk and on a phone. */
@Journey
class LandJourneyTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_organizer_draws_an_area_and_gives_its_people_to_a_texter(boolean phone, Visitors visitors) {
        Page ora = visitors.signIn(phone ? visitors.onPhone() : visitors.atDesk(), "Ora");
        List<String> elsewhere = new ArrayList<>();
        ora.onRequest(request -> {
            if (!request.url().startsWith(ora.url().replaceFirst("(https?://[^/]+).*", "$1"))
                    && request.url().startsWith("http")) elsewhere.add(request.url());
        });
        String name = "Around the lake by " + (phone ? "phone" : "desk");
        ora.navigate("/turf/new");
        ora.locator("vaadin-text-field input").first().fill(name);
        button(ora, "+ Add a condition").click();
        ora.locator(".filter-line vaadin-select").first().click();
        ora.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Area on the map"))
                .click();
        button(ora, "Choose on a map…").click();
        assertThat(ora.locator("rung-map[ready]")).isVisible();
        assertThat(ora.locator(".area-count")).hasText("No area yet");

        ora.locator(".area-near vaadin-text-field input").fill("94601");
        ora.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the miles around this postal code"))
                .click();
        assertThat(ora.locator(".area-count")).containsText("live there");
        ora.locator(".area-chosen vaadin-button").first().click();
        assertThat(ora.locator(".area-count")).hasText("No area yet");

        Locator box = ora.locator(".map-box");
        double[][] corners = {{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.9}, {0.1, 0.9}};
        for (int i = 0; i < corners.length; i++) {
            Visitors.settle(ora);
            var size = box.boundingBox();
            // The buttons of the map stand in one corner.
            var at = new Position(size.width * corners[i][0] + (i == 0 ? 60 : 0), size.height * corners[i][1]);
            // These two wait until the map stands still: an area that was taken away moves the page.
            if (phone) box.tap(new Locator.TapOptions().setPosition(at));
            else box.click(new Locator.ClickOptions().setPosition(at));
            if (i > 1) assertThat(button(ora, "Close the area")).isEnabled();
            else assertThat(button(ora, "Take the last corner back")).isEnabled();
        }
        assertThat(ora.locator(".area-count")).containsText("live there");
        button(ora, "Close the area").click();
        assertThat(ora.locator(".area-chosen")).containsText("4 corners");
        assertThat(ora.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out")
                .isEqualTo(true);
        button(ora, "Use these areas").click();
        assertThat(ora.locator(".area-values")).containsText("drawn, 4 corners");
        button(ora, "Save turf").click();
        Locator made = ora.locator("a.turf-name").filter(new Locator.FilterOptions().setHasText(name));
        made.click();
        button(ora, "Give to texters…").click();
        Locator pick =
                ora.locator("vaadin-dialog vaadin-multi-select-combo-box input").first();
        pick.fill("Dana");
        ora.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Dana"))
                .first()
                .click();
        pick.press("Escape");
        ora.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(ora.locator(".turf-given")).containsText("Dana");
        assertThat(elsewhere).as("asked of nobody but us").isEmpty();

        Page dana = visitors.signIn(visitors.onPhone(), "Dana");
        dana.navigate("/my-turf");
        assertThat(dana.locator(".turf-card").filter(new Locator.FilterOptions().setHasText(name)))
                .containsText("people");
        visitors.assertNobodyComplained();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
