package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An organizer at midnight, on a phone, with a script that somebody wrote elsewhere. */
@Journey
class StudioJourneyTest {
    private static final String PLAN = """
            # Turnout for Thursday

            Hi {{firstName}}, it's [Texter Name] with Eastside Tenants Union. Will you come? Reply STOP to end

            - **Yes**: "Great! Could you bring someone?"
              - Sure: Wonderful
            - No: Thanks for telling me
            - Stop

            Remember to smile.
            """;

    @Test
    void a_document_becomes_a_script_that_tries_two_wordings_and_goes_back_to_its_first_version(Visitors visitors) {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/scripts");
        button(ora, "From a document").click();
        Locator dialog = ora.getByRole(AriaRole.DIALOG);
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload("plan.pdf", "application/pdf", new byte[] {1, 2, 3}));
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("cannot be read here");
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload("plan.md", "text/markdown", PLAN.getBytes(StandardCharsets.UTF_8)));
        assertThat(dialog.getByText("4 answers and 2 questions were found")).isVisible();
        assertThat(dialog.locator(".notice.warn")).containsText("Remember to smile.");
        Axe.findsNothing(ora, "a script from a document");
        button(ora, "Make the script").click();
        ora.waitForURL("**/scripts/*");
        assertThat(ora.locator(".title-field input")).hasValue("Turnout for Thursday");
        assertThat(ora.locator(".check", having("Says how to opt out"))).isVisible();

        button(ora, "Try another wording beside it").click();
        Locator other = ora.locator(".studio-wording textarea");
        other.fill("Come on Thursday!! Free gift for all");
        assertThat(ora.locator(".check", having("filters dislike “Free gift”"))).isVisible();
        assertThat(ora.locator(".check", having("Wording B: The first text does not say how to opt out")))
                .isVisible();
        other.fill("Hello {firstName|there}, Eastside Tenants Union here. Can you come? Reply STOP to end");
        assertThat(ora.locator(".check", having("Wording B is complete"))).isVisible();
        Axe.findsNothing(ora, "a first text in two wordings");
        button(ora, "Save").click();
        assertThat(ora.locator(".page-head .chip")).hasText("Version 2");

        ora.locator(".page-head .chip").click();
        Locator versions = ora.getByRole(AriaRole.DIALOG);
        assertThat(versions.getByRole(AriaRole.LISTITEM)).hasCount(2);
        assertThat(versions).containsText("Ora Kimura");
        Axe.findsNothing(ora, "the versions of a script");
        button(ora, "Take version 1 up again").click();
        assertThat(ora.locator(".page-head .chip")).hasText("Not saved");
        assertThat(ora.locator(".studio-wording")).hasCount(0);
        button(ora, "Undo").click();
        assertThat(ora.locator(".studio-wording")).hasCount(1);
        assertThat(ora.locator(".page-head .chip")).hasText("Version 2");
        visitors.assertNobodyComplained();
    }

    @Test
    void a_turf_is_divided_into_lists_that_everyone_is_in_once(Visitors visitors) {
        Page ora = visitors.signIn(visitors.onPhone(), "Ora");
        ora.navigate("/turf");
        Locator turf = ora.locator("a.turf-name").last();
        String name = turf.innerText();
        turf.click();
        button(ora, "Divide…").click();
        Locator parts = ora.getByRole(AriaRole.DIALOG).getByLabel("Into how many lists?");
        parts.fill("70");
        parts.press("Tab");
        button(ora, "Divide").click();
        assertThat(ora.getByRole(AriaRole.DIALOG)).containsText("50");
        parts.fill("3");
        parts.press("Tab");
        button(ora, "Divide").click();
        assertThat(ora.getByText("3 lists were made.")).isVisible();
        assertThat(ora.locator("a.turf-name", having(name + " · 2/3"))).isVisible();
        ora.locator("a.turf-name", having(name + " · 2/3")).click();
        assertThat(ora.locator(".notice", having("frozen list"))).isVisible();
        visitors.assertNobodyComplained();
    }

    private static Page.LocatorOptions having(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
