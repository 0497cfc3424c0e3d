package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rung.cast.Screens.on;
import static org.rung.cast.Screens.press;
import static org.rung.cast.Screens.words;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Work that goes back: from a texter's home, and by an organizer's hand. */
class GivingBackScreensTest extends TextingStory {
    @Autowired
    ApplicationContext house;

    private Screens screens;

    @BeforeEach
    void screens() {
        screens = new Screens(house, db);
    }

    @Test
    void a_texter_who_is_done_for_today_is_told_what_goes_back_and_gives_it_back() {
        CampaignId campaign = campaign(people(3));
        assignments.handOut(ora, campaign, tess.memberId(), 3);
        ConversationId waits = heldBy(tess, campaign).getFirst();
        send(tess, waits);
        hears(waits, "Where is it?");

        screens.as(tess, window -> {
            assertThat(on(window, "")).contains("Done for today?");
            press(window, "Done for today");
            assertThat(all(window)).contains("2 first texts that you have not sent go back");
            assertThat(window.find(Checkbox.class).single())
                    .satisfies(
                            too -> assertThat(too.getLabel()).isEqualTo("Give back the reply that waits for me, too"))
                    .satisfies(too -> assertThat(too.getValue()).isFalse());
            last(window, "Done for today");
            assertThat(words(window)).contains("One reply waiting").contains("Done for today?");
        });
        assertThat(heldBy(tess, campaign)).isEmpty();
        assertThat(holder(waits)).isEqualTo(tess.memberId());

        screens.as(tess, window -> {
            on(window, "");
            press(window, "Done for today");
            assertThat(window.find(Checkbox.class).single().getValue()).isTrue();
            last(window, "Done for today");
            assertThat(words(window)).doesNotContain("Done for today?");
        });
        assertThat(now(waits).texter()).isEmpty();
    }

    @Test
    void who_holds_nothing_has_nothing_to_give_back() {
        campaign(people(1));

        screens.as(tess, window -> assertThat(on(window, "")).doesNotContain("Done for today?"));
    }

    @Test
    void an_organizer_sees_what_each_texter_holds_and_takes_it_back() {
        CampaignId campaign = campaign(people(5));
        assignments.handOut(ora, campaign, tess.memberId(), 4);
        ConversationId waits = heldBy(tess, campaign).getFirst();
        send(tess, waits);
        hears(waits, "Where is it?");

        screens.as(ora, window -> {
            on(window, "campaigns/" + campaign.text());
            press(window, "Texters");
            assertThat(words(window)).contains("3 first texts · 1 reply");
            press(window, "Take back");
            press(window, "Only the 3 first texts not sent");
            assertThat(words(window)).contains("1 reply").doesNotContain("3 first texts");
            press(window, "Take back");
            press(window, "All of it: 1 reply");
            assertThat(words(window)).doesNotContain("Take back");
        });
        assertThat(now(waits).texter()).isEmpty();
    }

    @Test
    void an_organizer_says_when_what_is_handed_out_comes_back() {
        CampaignId campaign = campaign(people(5));

        screens.as(ora, window -> {
            on(window, "campaigns/" + campaign.text());
            Select<?> back = window.find(Select.class).single();
            assertThat(back.getListDataView().getItems().map(item -> label(back, item)))
                    .containsExactly(
                            "stays with them",
                            "comes back in 2 hours",
                            "comes back in 8 hours",
                            "comes back in a day",
                            "comes back in 3 days");
            assertThat(label(back, Objects.requireNonNull(back.getValue()))).isEqualTo("stays with them");
        });
    }

    @SuppressWarnings("unchecked")
    private static String label(Select<?> select, Object item) {
        return ((Select<Object>) select).getItemLabelGenerator().apply(item);
    }

    @Test
    void a_conversation_that_goes_back_while_it_is_answered_can_still_be_answered_from_the_screen() {
        ConversationId conversation = texted();
        hears(conversation, "Where is it?");

        screens.as(tess, window -> {
            assertThat(on(window, "conversation/" + conversation.text())).contains("Yes, coming");
            assignments.leave(tess, true);
            await().pollInSameThread().until(() -> {
                var session = window.getUI().getSession();
                // This thread holds the lock, so that nothing is shown until it asks.
                session.getService().runPendingAccessTasks(session);
                return words(window).contains("Your time with this one ran out");
            });
            assertThat(words(window)).contains("Hi, will you come?").doesNotContain("Yes, coming");
        });
        assertThat(correspondence.reply(tess, conversation, "At the school", request()))
                .isNotNull();
    }

    /** What the whole window shows, its dialogs too. */
    private static String all(BrowserlessUIContext window) {
        return words((Component) window.getUI());
    }

    /** The one on top: a dialog's button has the name of what opened it. */
    private static void last(BrowserlessUIContext window, String name) {
        var named = window.find(com.vaadin.flow.component.button.Button.class).all().stream()
                .filter(button -> button.getText().equals(name))
                .toList();
        named.getLast().click();
        window.roundTrip();
    }
}
