package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter of two groups is built, saved and used: at a desk and on a phone. */
@Journey
class FiltersJourneyTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_organizer_builds_groups_saves_them_tags_everyone_and_takes_it_back(boolean phone, Visitors visitors) {
        Page ora = visitors.signIn(phone ? visitors.onPhone() : visitors.atDesk(), "Ora");
        String mark = phone ? "phone" : "desk";
        ora.navigate("/supporters");
        button(ora, "Filter").click();
        button(ora, "+ Add a condition").click();
        choose(ora, 0, "Tenant");
        assertThat(ora.locator(".page-head [role=status]")).containsText("match");
        button(ora, "+ Add a group").click();
        assertThat(ora.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Group 2")))
                .isVisible();
        choose(ora, 1, "Tenant");
        Locator how = ora.locator(".filter-how").nth(1);
        how.click();
        ora.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("is not").setExact(true))
                .click();
        assertThat(ora.locator(".page-head [role=status]")).containsText("Nobody matches");
        ora.locator(".filter-match").first().click();
        ora.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("People in any of these groups"))
                .click();
        assertThat(ora.locator(".page-head [role=status]")).containsText("people match");
        assertThat(ora.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out")
                .isEqualTo(true);

        button(ora, "Save this filter").click();
        ora.locator("vaadin-dialog vaadin-text-field input").fill("Everyone by " + mark);
        ora.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(ora.locator("vaadin-notification-card").last()).containsText("is saved");

        ora.navigate("/supporters?kind=tag&value=Tenant");
        button(ora, "Select").click();
        assertThat(ora.locator(".selection-bar [role=status]")).containsText("people shown");
        button(ora, "Add tag").click();
        Locator tag = ora.locator("vaadin-dialog vaadin-combo-box input");
        tag.fill("By " + mark);
        tag.press("Enter");
        ora.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        Locator row = ora.locator(".bulk-row").filter(new Locator.FilterOptions().setHasText("By " + mark));
        assertThat(row).containsText("Done");
        assertThat(row).containsText("people changed");
        row.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Undo"))
                .click();
        assertThat(row).containsText("Undone");

        ora.navigate("/saved-filters");
        assertThat(ora.locator(".turf-card").filter(new Locator.FilterOptions().setHasText("Everyone by " + mark)))
                .containsText("or");
        visitors.assertNobodyComplained();
    }

    @Test
    void an_export_of_those_shown_is_downloaded_with_one_click(Visitors visitors) throws IOException {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/supporters?kind=tag&value=Tenant");
        button(ora, "Select").click();
        Download file = ora.waitForDownload(() -> button(ora, "Export").click());
        assertThat(file.suggestedFilename()).startsWith("people-").endsWith(".csv");
        assertThat(Files.readAllLines(file.path()).size()).isGreaterThan(2);
        visitors.assertNobodyComplained();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static void choose(Page page, int line, String value) {
        Locator input = page.locator(".filter-values vaadin-multi-select-combo-box input")
                .nth(line);
        input.fill(value);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(value).setExact(true))
                .first()
                .click();
        input.press("Escape");
    }
}
