package org.rung.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.rung.cast.Screens;
import org.rung.common.Role;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;

class ReviewScreensTest extends ReviewStory {

    @Test
    void an_address_says_what_is_looked_for_and_which_thread_is_open() {
        ConversationId conversation = talk("Where is the picnic?");
        indexed();

        screens().as(ora, window -> {
            assertThat(Screens.on(window, ReviewPaths.saying("picnic") + "&open=" + conversation.text()))
                    .contains("Maya0 O.", "picnic", "Rent strike", "Open on the desk", "A word to the texter")
                    .doesNotContain(now(conversation).phone().text());
            assertThat(Screens.on(window, ReviewPaths.saying("lunch"))).contains("No text like that");
            assertThat(Screens.on(window, ReviewPaths.REVIEW + "?answer=come.yes"))
                    .contains("needs the campaign");
        });
        screens().as(tess, window -> {
            assertThat(Screens.on(window, ReviewPaths.REVIEW)).doesNotContain("Every text of your organization");
            assertThat(Screens.on(window, ReviewPaths.WORDS)).doesNotContain("No words of your own yet");
        });
    }

    @Test
    void what_is_chosen_is_closed_after_a_question() {
        ConversationId conversation = talk("Where is the picnic?");
        indexed();

        screens().as(ora, window -> {
            Screens.on(window, ReviewPaths.saying("picnic"));
            window.find(Checkbox.class).all().stream()
                    .filter(box -> box.getAriaLabel()
                            .filter("Choose the conversation with Maya0 O."::equals)
                            .isPresent())
                    .findFirst()
                    .orElseThrow()
                    .setValue(true);
            assertThat(Screens.words(window)).contains("One conversation chosen");
            Screens.press(window, "Close");
            assertThat(now(conversation).closed()).isFalse();
            var sure = window.find(ConfirmDialog.class).single();
            ComponentUtil.fireEvent(sure, new ConfirmDialog.ConfirmEvent(sure, true));
            window.roundTrip();
            assertThat(Screens.words(window)).doesNotContain("One conversation chosen");
        });
        assertThat(now(conversation).state()).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void what_is_chosen_is_answered_once_it_was_looked_at() {
        ConversationId conversation = talk("Where is the picnic?");
        indexed();

        screens().as(ora, window -> {
            Screens.on(window, ReviewPaths.saying("picnic"));
            window.find(Checkbox.class).all().stream()
                    .filter(box -> box.getAriaLabel()
                            .filter("Choose the conversation with Maya0 O."::equals)
                            .isPresent())
                    .findFirst()
                    .orElseThrow()
                    .setValue(true);
            Screens.press(window, "Answer them");
            var text = window.find(TextArea.class).all().stream()
                    .filter(area -> "Text".equals(area.getLabel()))
                    .findFirst()
                    .orElseThrow();
            text.setValue("{nickname}, at noon");
            Screens.press(window, "Look who gets it");
            assertThat(outlook(window)).contains("{nickname} is not a field you have");
            text.setValue("{firstName|friend}, at noon");
            Screens.press(window, "Look who gets it");
            assertThat(outlook(window)).contains("Maya0, at noon", "1 gets it now");
            Screens.press(window, "Send to 1");
            assertThat(Screens.on(window, "review/answers"))
                    .contains("{firstName|friend}, at noon", "Leaves in a moment", "0 of 1 conversations");
            Screens.press(window, "Stop");
            Screens.on(window, ReviewPaths.WORDS);
            assertThat(Screens.on(window, "review/answers")).contains("Stopped");
        });
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
    }

    @Test
    void a_kind_note_stands_at_home_until_it_is_read() {
        ConversationId conversation = talk("Thank you!");
        scores.say(ora, conversation, 3, "You listened so well.");

        screens().as(tess, window -> {
            assertThat(Screens.on(window, ""))
                    .contains("found your conversation with Maya0 O. wonderful", "You listened so well.");
            Screens.press(window, "Read");
            assertThat(Screens.on(window, "")).doesNotContain("You listened so well.");
        });
    }

    @Test
    void a_word_goes_on_the_list_once_and_off_it() {
        screens().as(here.member(Role.ADMIN), window -> {
            assertThat(Screens.on(window, ReviewPaths.WORDS)).contains("No words of your own yet");
            window.find(TextField.class).single().setValue("Kumquat");
            Screens.press(window, "Add");
            assertThat(Screens.words(window)).contains("Kumquat");
            window.find(TextField.class).single().setValue("kumquat");
            Screens.press(window, "Add");
            assertThat(window.find(TextField.class).single().getErrorMessage()).contains("on the list already");
            Screens.press(window, "Take Kumquat off the list");
            assertThat(Screens.words(window)).contains("No words of your own yet");
        });
    }

    /** What the dialog says of who gets it; a dialog is no part of the screen beneath. */
    private static String outlook(BrowserlessUIContext window) {
        return window.find(Div.class).all().stream()
                .filter(part -> part.hasClassName("review-outlook"))
                .map(part -> part.getElement().getTextRecursively())
                .findFirst()
                .orElse("");
    }

    private Screens screens() {
        return new Screens(house, db);
    }
}
