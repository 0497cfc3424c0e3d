package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An event from its first word to who was there: made, signed up for without an account, checked in in a basement. */
@Journey
class EventsJourneyTest {

    @Test
    void an_event_is_made_signed_up_for_and_attended_where_there_is_no_network(Visitors visitors) {
        Page ora = visitors.signIn(visitors.atDesk(), "Ora");
        ora.navigate("/events");
        assertThat(ora.locator("h1")).hasText("Events");
        Axe.findsNothing(ora, "the list of events");
        ora.getByText("New event").click();
        button(ora, "Save").click();
        assertThat(ora.getByLabel("What is it called?")).isFocused();
        assertThat(ora.locator("vaadin-date-time-picker[invalid]")).hasCount(2);
        ora.getByLabel("What is it called?").fill("Basement assembly");
        ZoneId zone = ZoneId.of(
                ora.getByLabel("Time zone").inputValue().replace(" / ", "/").replace(' ', '_'));
        // Soon enough that the door is open, whatever the hour is.
        LocalDateTime starts = LocalDateTime.now(zone).plusHours(1).truncatedTo(ChronoUnit.HOURS);
        time(ora, "Starts", starts);
        time(ora, "Ends", starts.plusMinutes(45));
        ora.getByLabel("Place", new Page.GetByLabelOptions().setExact(true)).fill("Laundry room");
        ora.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).fill("5 Deep Street");
        ora.getByLabel("Hide the address until somebody has a place").check();
        Axe.findsNothing(ora, "a new event");
        button(ora, "Save").click();
        assertThat(ora.locator("h1")).hasText("Basement assembly");
        button(ora, "Publish").click();
        Locator link = ora.locator("a.mono");
        assertThat(link).isVisible();
        String open = link.getAttribute("href");
        ora.getByLabel("Add a member").fill("Ora");
        ora.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Ora"))
                .first()
                .click();
        Locator door = ora.locator("a[href*='/door/']");
        assertThat(door.first()).isVisible();
        Axe.findsNothing(ora, "an event");

        Page zora = visitors.onPhone();
        zora.navigate(open);
        assertThat(zora.locator("body")).containsText("Laundry room");
        assertThat(zora.locator("body")).not().containsText("5 Deep Street");
        Axe.findsNothing(zora, "an event's page");
        zora.getByLabel("First name").fill("Zora");
        zora.getByLabel("Mobile number").fill("907 555 0188");
        assertThat(zora.getByRole(AriaRole.CHECKBOX)).not().isChecked();
        // Nobody fills in a form in no time.
        zora.waitForTimeout(2_500);
        zora.getByText("I am coming").click();
        assertThat(zora.locator(".notice")).containsText("You are coming");
        assertThat(zora.locator("body")).containsText("5 Deep Street");
        Axe.findsNothing(zora, "a guest's page");
        assertThat(ora.locator(".rsvp-row")).containsText("Zora");

        Page host = visitors.onPhone();
        host.navigate(door.first().getAttribute("href").replaceFirst("^https?://[^/]+", ""));
        assertThat(host.locator("#door-list")).containsText("Zora");
        assertThat(host.locator("#door-state")).containsText("All is saved");
        Axe.findsNothing(host, "the list at the door");
        host.waitForFunction("async () => navigator.serviceWorker.controller && !!(await caches.match(location.href))");

        host.context().setOffline(true);
        host.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check in: Zora"))
                .click();
        assertThat(host.locator("#door-state")).containsText("No network");
        assertThat(host.locator("#door-in")).hasText("1");
        host.reload();
        assertThat(host.locator("#door-list .there")).containsText("Zora");
        assertThat(host.locator("#door-state")).containsText("No network");
        host.getByText("Somebody who is not on the list").click();
        host.getByLabel("First name").fill("Wanda");
        host.getByLabel("Mobile number").fill("907 555 0189");
        host.getByText("They are here").click();
        assertThat(host.locator("#door-in")).hasText("2");

        host.context().setOffline(false);
        assertThat(host.locator("#door-state")).containsText("All is saved");
        assertThat(host.locator("#door-list .there")).hasCount(2);
        assertThat(ora.locator(".rsvp-row", new Page.LocatorOptions().setHasText("Zora")))
                .containsText("Came");
        assertThat(ora.locator(".rsvp-row", new Page.LocatorOptions().setHasText("Wanda")))
                .containsText("Came");
        ora.locator(".rsvp-row a", new Page.LocatorOptions().setHasText("Zora")).click();
        assertThat(ora.locator(".timeline")).containsText(Pattern.compile("Basement assembly"));

        somebodyFindsOneNearby(visitors, ora);
    }

    /** Under an umbrella: its organizers see where, and anybody sees which one is near. */
    private static void somebodyFindsOneNearby(Visitors visitors, Page ora) {
        ora.navigate("/events");
        ora.locator(".event-card a", new Page.LocatorOptions().setHasText("House meetings week"))
                .click();
        assertThat(ora.locator(".gatherings rung-map[ready]")).isVisible();
        assertThat(ora.locator(".gatherings-where")).containsText("California");
        Locator link = ora.locator("a.mono");
        Page mia = visitors.onPhone();
        mia.navigate(link.getAttribute("href"));
        assertThat(mia.locator("rung-map[ready]")).isVisible();
        assertThat(mia.request().get("/maps/us.json")).isOK();
        mia.getByLabel("ZIP code or town").fill("Hayward");
        mia.getByText("Find", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(mia.locator(".event-held a").first()).hasText("Parents at seven");
        assertThat(mia.locator("body")).not().containsText("1834 38th Avenue");
        Axe.findsNothing(mia, "an umbrella's page");
    }

    private static void time(Page page, String which, LocalDateTime then) {
        Locator date = page.locator("vaadin-date-picker input[aria-label^='" + which
                        + "'], vaadin-date-time-picker:has(label:text('" + which + "')) vaadin-date-picker input")
                .first();
        date.fill(DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US).format(then));
        date.press("Enter");
        Locator clock = page.locator(
                        "vaadin-date-time-picker:has(label:text('" + which + "')) vaadin-time-picker input")
                .first();
        clock.fill(DateTimeFormatter.ofPattern("h:mm a", Locale.US).format(then));
        clock.press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
