package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.cast.Screens.on;
import static org.rung.cast.Screens.press;
import static org.rung.cast.Screens.words;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.cast.Neighbor;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.people.TimelineSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Words that may hurt are on nobody's screen before they ask for them, unless they want it so. */
class CoveredTest extends TextingStory {
    private static final String SLUR = "you stupid b1tch";
    private static final String NAME = "Words that may hurt. Show";

    @Autowired
    ApplicationContext house;

    @Autowired
    Choices choices;

    private Screens screens;
    private ConversationId conversation;

    @BeforeEach
    void someone_is_rude() {
        screens = new Screens(house, db);
        conversation = texted();
        says(SLUR);
    }

    @Test
    void in_a_conversation_a_button_stands_for_them_until_it_is_pressed_and_again_the_next_time() {
        says("And where is it?");

        screens.as(tess, window -> {
            assertThat(on(window, TextingPaths.conversation(conversation)))
                    .contains("Words that may hurt")
                    .contains("And where is it?")
                    .doesNotContain(SLUR);
            press(window, NAME);
            assertThat(words(window)).contains(SLUR);
            on(window, "");
            assertThat(on(window, TextingPaths.conversation(conversation))).doesNotContain(SLUR);
        });
    }

    @Test
    void in_lists_they_are_named_and_not_shown() {
        screens.as(tess, window -> {
            assertThat(on(window, TextingPaths.REPLIES))
                    .contains("Words that may hurt")
                    .doesNotContain(SLUR);
            assertThat(on(window, "")).doesNotContain(SLUR);
        });
        assignments.takeBack(ora, now(conversation).campaign().orElseThrow(), tess.memberId(), true);
        screens.as(
                ora,
                window -> assertThat(on(window, TextingPaths.INBOX))
                        .contains("Words that may hurt")
                        .doesNotContain(SLUR));
    }

    @Test
    void who_chooses_so_reads_them_and_nobody_else_does() {
        screens.as(tess, window -> {
            on(window, TextingPaths.CARE);
            Checkbox cover = window.find(Checkbox.class).single();
            assertThat(cover.getValue()).isTrue();
            cover.setValue(false);
            window.roundTrip();
            assertThat(on(window, TextingPaths.REPLIES)).contains(SLUR);
            assertThat(on(window, TextingPaths.conversation(conversation))).contains(SLUR);
        });
        assertThat(choices.covers(tess)).isFalse();
        assertThat(choices.covers(tom)).isTrue();
        choices.stay(tess, true);
        assertThat(choices.covers(tess)).isFalse();
        choices.cover(tess, true);
        assertThat(choices.stays(tess)).isTrue();
        screens.as(
                ora,
                window -> assertThat(on(window, TextingPaths.conversation(conversation)))
                        .doesNotContain(SLUR));
    }

    @Test
    void on_a_supporters_page_they_are_named_too() {
        TimelineSource texts = house.getBeansOfType(TimelineSource.class).values().stream()
                .filter(source -> source.getClass().getSimpleName().equals("TextsTimeline"))
                .findFirst()
                .orElseThrow();
        var supporter = now(conversation).supporter();

        assertThat(texts.before(ora, supporter, clock.instant().plusSeconds(1), 10)
                        .toString())
                .contains("Words that may hurt")
                .doesNotContain(SLUR);
        Actor system = here.system();
        assertThat(texts.before(system, supporter, clock.instant().plusSeconds(1), 10)
                        .toString())
                .contains(SLUR);
    }

    @Test
    void what_we_say_ourselves_is_never_covered() {
        correspondence.reply(
                tess, conversation, new Draft("Nobody calls me a bitch here", Optional.empty()), request(), true);

        screens.as(
                tess,
                window -> assertThat(on(window, TextingPaths.conversation(conversation)))
                        .contains("Nobody calls me a bitch here"));
        assertThat(conversations
                        .page(tess, ConversationFilter.ALL, Page.Wanted.first(1))
                        .rows()
                        .getFirst()
                        .inbound())
                .isFalse();
    }

    private void says(String body) {
        new Neighbor(house, here.organizationId(), now(conversation).phone()).texts(body);
    }
}
