package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rung.cast.Screens.on;
import static org.rung.cast.Screens.press;
import static org.rung.cast.Screens.words;
import static org.rung.cast.Screens.write;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.help.Help;
import org.rung.help.HelpDraft;
import org.rung.help.HelpReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Getting help on the screens: of who asks, and of who is asked. */
class GettingHelpScreensTest extends TextingStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Help help;

    private Screens screens;

    @BeforeEach
    void screens() {
        screens = new Screens(house, db);
    }

    @Test
    void a_texter_asks_with_a_reason_and_sees_since_when_it_is_with_an_organizer() {
        ConversationId conversation = threatened();

        screens.as(tess, window -> {
            on(window, TextingPaths.conversation(conversation));
            press(window, "Get help");
            press(window, "Ask for help");
            assertThat(help.asked(tess)).as("no reason was chosen").isEmpty();
            choose(window, HelpReason.ABUSE);
            write(window, "What should they know? (optional)", "He threatens me");
            press(window, "Ask for help");
            assertThat(words(window))
                    .contains("With an organizer since")
                    .contains("Abusive or threatening")
                    .contains("He threatens me")
                    .contains("Take it back")
                    .doesNotContain("Get help");
            assertThat(on(window, "")).contains("Help you asked for").contains("Maya0 O.");
            assertThat(on(window, "replies")).contains("No replies waiting");
        });
    }

    @Test
    void an_organizers_list_shows_it_by_itself_and_the_conversation_says_why() {
        ConversationId conversation = threatened();

        screens.as(ora, window -> {
            assertThat(on(window, "help")).contains("Nobody asks for help");
            help.ask(tess, conversation, new HelpDraft(HelpReason.QUESTION, "Who pays?", Optional.empty()));
            await().pollInSameThread().untilAsserted(() -> {
                looksOnceMore(window);
                assertThat(words(window)).contains("Maya0 O.").contains("Who pays?");
            });
            assertThat(on(window, "")).contains("One texter asks for help");

            assertThat(on(window, TextingPaths.conversation(conversation)))
                    .contains("asks for help")
                    .contains("I cannot answer the question")
                    .contains("I look after it");
            press(window, "I look after it");
            assertThat(words(window)).doesNotContain("I look after it").contains("Keep it");
            press(window, "Give back");
            write(window, "A note for " + name(tess) + " (optional)", "The city pays.");
            window.find(Button.class).all().stream()
                    .filter(button -> button.getText().equals("Give back"))
                    .findFirst()
                    .orElseThrow()
                    .click();
            window.roundTrip();
            assertThat(on(window, "help")).contains("Nobody asks for help");
        });
        screens.as(tess, window -> {
            assertThat(on(window, "replies")).contains("back from help");
            assertThat(on(window, TextingPaths.conversation(conversation)))
                    .contains("Back from " + name(ora))
                    .contains("The city pays.");
            press(window, "Got it");
            assertThat(words(window)).doesNotContain("The city pays.");
        });
    }

    @Test
    void whoever_looks_sees_by_itself_who_has_it_and_takes_over() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, new HelpDraft(HelpReason.OTHER, "", Optional.empty()));
        var omar = here.member(Role.ORGANIZER);

        screens.as(omar, window -> {
            on(window, TextingPaths.conversation(conversation));
            help.take(ora, conversation, Optional.empty());
            await().pollInSameThread().untilAsserted(() -> {
                looksOnceMore(window);
                assertThat(words(window))
                        .contains(name(ora) + " looks after it")
                        .doesNotContain("Keep it");
            });
            press(window, "Take over");
            assertThat(words(window)).contains("Keep it").doesNotContain("looks after it");
        });
    }

    private ConversationId threatened() {
        ConversationId conversation = texted();
        hears(conversation, "I know where you live");
        return conversation;
    }

    /** What other threads have to show waits until this one lets them. */
    private static void looksOnceMore(BrowserlessUIContext window) {
        var session = window.getUI().getSession();
        session.getService().runPendingAccessTasks(session);
        window.roundTrip();
    }

    private String name(Actor.Member member) {
        return db.fetchSingle(
                        "select a.name from members m join accounts a on a.account_id = m.account_id where m.member_id = ?",
                        member.memberId().value())
                .get(0, String.class);
    }

    @SuppressWarnings("unchecked")
    private static void choose(BrowserlessUIContext window, HelpReason reason) {
        ((RadioButtonGroup<HelpReason>) window.find(RadioButtonGroup.class).single()).setValue(reason);
        window.roundTrip();
    }
}
