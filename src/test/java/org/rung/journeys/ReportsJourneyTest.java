package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a figure to its people, and the figure as a file. */
@Journey
class ReportsJourneyTest {
    @Test
    void every_figure_is_a_chart_a_table_and_a_way_to_its_people(Visitors visitors) throws IOException {
        Page ada = visitors.signIn(visitors.atDesk(), "Ada");
        // A month that is over: what other journeys move today is counted only in the coming night.
        ada.navigate("/reports?month=" + YearMonth.now(ZoneOffset.UTC).minusMonths(1));
        assertThat(ada.locator("rung-chart svg").first()).isVisible();
        Locator flow = ada.locator("section", new Page.LocatorOptions().setHasText("From rung to rung"));
        flow.locator("summary").click();
        Locator number = flow.locator("table tbody a").first();
        String moves = number.innerText();
        assertThat(flow.locator("table caption")).hasText("From rung to rung");
        number.click();
        assertThat(ada).hasURL(Pattern.compile(".*/supporters\\?kind=moved.*"));
        assertThat(ada.locator("main")).containsText("Moved from rung");
        assertThat(moves).matches("[\\d,]+");
        Pattern people = Pattern.compile("([\\d,]+) (people match|person matches)");
        assertThat(ada.locator("main")).containsText(people);
        var found = people.matcher(ada.locator("main").innerText());
        assertThat(found.find()).isTrue();
        // Journeys before this one merge two people and erase one, which the figure learns in the coming night.
        assertThat(count(found.group(1))).isBetween(count(moves) - 2, count(moves));

        ada.navigate("/reports/steps");
        ada.getByLabel("Told apart by").click();
        ada.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Campaign"))
                .click();
        assertThat(ada.locator("h2").first()).hasText("Steps up by campaign");
        Download file = ada.waitForDownload(() -> ada.getByText("Download CSV").click());
        assertThat(Files.readString(file.path())).contains("Steps up by campaign", "Rent strike turnout");
        visitors.assertNobodyComplained();
    }

    private static int count(String digits) {
        return Integer.parseInt(digits.replace(",", ""));
    }
}
