package org.rung.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.common.Actor;
import org.rung.common.Role;

/** What one moved, on its page and at home, with something on them and with nothing. */
class ImpactScreenTest extends ImpactStory {

    @Test
    void whoever_moved_nobody_yet_reads_a_kind_word_and_no_numbers() {
        screens().as(tess, window -> {
            assertThat(Screens.on(window, "")).contains("This week you moved").contains("Nobody yet");
            assertThat(Screens.on(window, ImpactPaths.IMPACT))
                    .contains("It starts with one text")
                    .contains("Quiet weeks are fine")
                    .doesNotContain("Conversations", "Promises kept");
        });
        screens().as(ora, window -> assertThat(Screens.on(window, "")).doesNotContain("This week you moved"));
    }

    @Test
    void conversations_and_yeses_have_their_chart_always_and_what_is_rarer_once_it_happened() {
        did(tess, someone(), ActionType.REPLIED, clock.instant());
        promised(tess, someone(), AskFamily.COME);
        screens()
                .as(
                        tess,
                        window -> assertThat(Screens.on(window, ImpactPaths.IMPACT))
                                .contains("one person said yes because you asked")
                                .contains("Conversations", "Said yes", "Who rose through you")
                                .doesNotContain("Hosted", "Gave"));

        did(tess, someone(), ActionType.HOSTED, clock.instant());
        // To have hosted takes more evidence to rise; to have signed takes nothing else.
        did(tess, someone(), ActionType.SIGNED, clock.instant());
        screens().as(tess, window -> {
            assertThat(Screens.on(window, ImpactPaths.IMPACT))
                    .contains("Hosted")
                    .doesNotContain("Gave");
            assertThat(Screens.on(window, "")).contains("This week you moved").doesNotContain("Nobody yet");
        });
    }

    @Test
    void an_organizer_thanks_from_the_team_page_and_home_says_it_until_it_is_read() {
        String name = name(tess);
        screens().as(ora, window -> {
            Screens.on(window, "members");
            Screens.press(window, "Thank " + name);
            window.find(TextArea.class).single().setValue("Eleven people came because of you.");
            Screens.press(window, "Send thanks");
        });

        screens().as(tess, window -> {
            assertThat(Screens.on(window, "")).contains("thanks you").contains("Eleven people came because of you.");
            Screens.press(window, "Read it");
            assertThat(Screens.words(window)).doesNotContain("Eleven people came");
            assertThat(Screens.on(window, "")).doesNotContain("Eleven people came");
            assertThat(Screens.on(window, ImpactPaths.IMPACT)).contains("Eleven people came because of you.");
        });
        assertThat(thanks.unread(tess)).isEmpty();
    }

    @Test
    void looking_at_ones_impact_reads_what_thanks_there_are() {
        thanks.say(ora, tess.memberId(), "What a week.");

        screens().as(tess, window -> {
            assertThat(Screens.on(window, ImpactPaths.IMPACT)).contains("What a week.");
            assertThat(Screens.on(window, "")).doesNotContain("What a week.");
        });
    }

    @Test
    void nobody_is_offered_to_thank_themselves_or_someone_who_is_out() {
        screens().as(ora, window -> assertThat(Screens.on(window, "members")).contains("Thank"));
        db.execute(
                "update members set suspended_at = now() where organization_id = ? and member_id <> ?",
                here.organizationId().value(),
                ora.memberId().value());
        screens().as(ora, window -> assertThat(Screens.on(window, "members")).doesNotContain("Thank"));
    }

    @Test
    void the_leaderboard_shows_where_it_is_turned_on_with_first_names_and_the_way_off_it() {
        promised(tom, someone(), AskFamily.COME);
        screens()
                .as(
                        tess,
                        window -> assertThat(Screens.on(window, ImpactPaths.IMPACT))
                                .doesNotContain("Promises kept"));
        Actor.Member ada = here.member(Role.ADMIN);
        screens().as(ada, window -> {
            Screens.on(window, ImpactPaths.SETTINGS);
            assertThat(window.find(Checkbox.class).single().getLabel()).isEqualTo("Show a leaderboard under My impact");
        });
        leaders.turn(ada, true);

        screens().as(tess, window -> {
            assertThat(Screens.on(window, ImpactPaths.IMPACT))
                    .contains("Promises kept", "Texts weigh nothing")
                    .contains("TEXTER");
            assertThat(window.find(Checkbox.class).single().getLabel()).isEqualTo("Leave me out of this list");
        });
    }

    private Screens screens() {
        return new Screens(house, db);
    }

    private String name(Actor.Member member) {
        return db.fetchSingle(
                        "select name from accounts join members using (account_id) where member_id = ?",
                        member.memberId().value())
                .get(0, String.class);
    }
}
