package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rung.cast.Screens.on;
import static org.rung.cast.Screens.press;
import static org.rung.cast.Screens.words;
import static org.rung.cast.Screens.write;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.cast.Screens;
import org.rung.common.Page;
import org.rung.common.Role;
import org.rung.live.Live;
import org.rung.live.ui.LiveView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The live page, and what of it reaches texters. */
class LiveScreensTest extends TextingStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Reviews reviews;

    @Autowired
    Live pages;

    private Screens screens;

    @BeforeEach
    void screens() {
        screens = new Screens(house, db);
    }

    private static String live(CampaignId campaign) {
        return "campaigns/" + campaign.text() + "/live";
    }

    private static void waitFor(BrowserlessUIContext window, String text) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            var session = window.getUI().getSession();
            session.getService().runPendingAccessTasks(session);
            return words(window).contains(text);
        });
    }

    private static String all(BrowserlessUIContext window) {
        var session = window.getUI().getSession();
        session.getService().runPendingAccessTasks(session);
        return window.find(Component.class).all().stream()
                .map(one -> one.getElement().getText())
                .reduce("", (one, two) -> one + " " + two);
    }

    @Test
    void an_organizer_moves_replies_of_somebody_away_and_puts_them_back() {
        CampaignId campaign = campaign(people(4));
        assignments.handOut(ora, campaign, tess.memberId(), 2);
        var waits = heldBy(tess, campaign);
        waits.forEach(one -> {
            send(tess, one);
            hears(one, "Where is it?");
        });
        later(Duration.ofMinutes(20));
        assignments.pull(tom, campaign);

        screens.as(ora, window -> {
            assertThat(on(window, live(campaign)))
                    .contains("2 replies wait longer than 15 minutes")
                    .contains("One texter is overdue")
                    .contains("3 in all, 1 at work");
            press(window, "Replies of those away to those at work");
            assertThat(all(window)).contains("2 replies were moved");
            assertThat(waits).allSatisfy(one -> assertThat(holder(one)).isEqualTo(tom.memberId()));
            press(window, "Put back");
            assertThat(words(window)).contains("put back");
            assertThat(waits).allSatisfy(one -> assertThat(holder(one)).isEqualTo(tess.memberId()));
        });
    }

    @Test
    void it_moves_while_one_looks_and_is_paused_with_a_reason_that_texters_read() {
        CampaignId campaign = campaign(people(3));
        assignments.handOut(ora, campaign, tess.memberId(), 2);

        screens.as(ora, window -> {
            assertThat(on(window, live(campaign))).contains("2 first texts left");
            var first = heldBy(tess, campaign).getFirst();
            send(tess, first);
            hears(first, "Where is it?");
            waitFor(window, "1 first text left");
            waitFor(window, "1 reply waits");
            press(window, "Pause");
            write(window, "Why? (texters will see it)", "The hall is full.");
            pressLast(window, "Pause");
            assertThat(words(window)).contains("Paused: The hall is full.");
            assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.PAUSED);
            press(window, "Go on");
            assertThat(words(window)).doesNotContain("The hall is full.");
        });
        screens.as(tess, window -> {
            assertThat(on(window, "")).doesNotContain("Paused");
            campaigns.pause(ora, campaign, "The hall is full.");
            waitFor(window, "Paused: The hall is full.");
        });
    }

    @Test
    void what_was_read_before_a_press_undoes_nothing_though_it_comes_after() {
        CampaignId campaign = campaign(people(1));

        screens.as(ora, window -> {
            on(window, live(campaign));
            var late = pages.page(ora, campaign);
            press(window, "Pause");
            write(window, "Why? (texters will see it)", "The hall is full.");
            pressLast(window, "Pause");
            ((LiveView) window.getCurrentView()).show(late);
            assertThat(words(window)).contains("Paused: The hall is full.");
            ((LiveView) window.getCurrentView()).show(pages.page(ora, campaign));
            press(window, "Go on");
        });
    }

    private static void pressLast(BrowserlessUIContext window, String name) {
        var buttons = window.find(Button.class).all().stream()
                .filter(one -> one.getText().equals(name))
                .toList();
        buttons.getLast().click();
        window.roundTrip();
    }

    @Test
    void texters_read_what_they_are_told_until_they_say_so() {
        CampaignId campaign = campaign(people(1));
        screens.as(ora, window -> {
            on(window, live(campaign));
            write(window, "What they should know", "Meet at the school.");
            press(window, "Tell them");
            assertThat(words(window)).contains("Meet at the school.").contains("nobody has read it");
            press(window, "Tell them");
            assertThat(window.find(TextArea.class).single().isInvalid()).isTrue();
        });
        screens.as(tess, window -> {
            assertThat(on(window, "")).contains("Meet at the school.").contains("for Rent strike");
            press(window, "I have read what was said about Rent strike");
            assertThat(words(window)).doesNotContain("Meet at the school.");
            assertThat(on(window, "")).doesNotContain("Meet at the school.");
        });
        screens.as(ora, window -> assertThat(on(window, live(campaign))).contains("one has read it"));
    }

    @Test
    void somebody_new_is_looked_at_and_goes_on() {
        var ada = here.member(Role.ADMIN);
        screens.as(ada, window -> {
            assertThat(on(window, "settings/first-texts")).contains("New texters");
            window.find(Checkbox.class).single().setValue(true);
            window.find(IntegerField.class).single().setValue(1);
            press(window, "Save");
        });
        assertThat(reviews.rule(ora)).contains(1);
        CampaignId campaign = campaign(people(5));
        assignments.pull(tess, campaign);
        send(tess, heldBy(tess, campaign).getFirst());

        screens.as(tess, window -> assertThat(on(window, "")).contains("An organizer looks at your first texts"));
        screens.as(ora, window -> {
            assertThat(on(window, live(campaign)))
                    .contains("One new texter waits for somebody to look at their first texts");
            press(window, "Look at the first texts of TEXTER " + tess.memberId().text());
            assertThat(all(window)).contains("Hi, will you come? Reply STOP to end");
            press(window, "Let them go on");
            assertThat(words(window)).doesNotContain("One new texter waits");
        });
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(4);
    }

    @Test
    void a_coordinator_sees_the_numbers_and_no_way_to_move_anything() {
        CampaignId campaign = campaign(people(1));

        screens.as(here.member(Role.COORDINATOR), window -> {
            assertThat(on(window, live(campaign)))
                    .contains("replies waiting")
                    .contains("Nothing needs you just now.")
                    .doesNotContain("Move work")
                    .doesNotContain("A word to all texters")
                    .doesNotContain("Pause");
        });
    }

    @Test
    void a_campaign_is_copied_kept_as_a_template_and_scheduled_from_its_page() {
        CampaignId campaign = campaign(people(1));

        screens.as(ora, window -> {
            assertThat(on(window, "campaigns/" + campaign.text())).contains("Starts and ends by itself");
            press(window, "Copy");
            write(window, "Name", "Rent strike, as always");
            press(window, "Keep as a template");
            assertThat(words(window)).contains("Template").contains("it is copied, and never starts");
            on(window, "campaigns");
            press(window, "Templates");
            press(window, "Make a campaign from Rent strike, as always");
            press(window, "Make it");
            assertThat(words(window)).contains("Rent strike, as always").contains("Draft");
        });
        assertThat(campaigns.page(ora, Page.Wanted.first(10)).rows())
                .extracting(one -> one.name())
                .containsExactlyElementsOf(List.of("Rent strike, as always", "Rent strike"));
    }
}
