package org.rung.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.texting.ConversationId;

class ScoresTest extends ReviewStory {

    @Test
    void a_kind_note_reaches_who_wrote_last_and_may_be_changed() {
        ConversationId conversation = talk("Thank you!");
        scores.say(ora, conversation, 2, " Well listened ");
        assertThat(scores.unread(tess)).singleElement().satisfies(note -> {
            assertThat(note.stars()).isEqualTo(2);
            assertThat(note.note()).isEqualTo("Well listened");
            assertThat(note.supporter()).isEqualTo("Maya0 O.");
        });
        assertThat(scores.unread(tom)).isEmpty();

        scores.read(tom, scores.unread(tess).getFirst());
        assertThat(scores.unread(tess)).hasSize(1);
        scores.read(tess, scores.unread(tess).getFirst());
        assertThat(scores.unread(tess)).isEmpty();
        scores.say(ora, conversation, 2, "Well listened");
        assertThat(scores.unread(tess)).as("the same again").isEmpty();
        scores.say(ora, conversation, 3, "Wonderful, really");
        assertThat(scores.unread(tess)).extracting(KindNote::stars).containsExactly(3);
        scores.say(here.member(Role.ADMIN), conversation, 1, "");
        assertThat(scores.of(ora, conversation)).hasSize(2);
        scores.takeBack(ora, conversation);
        assertThat(scores.of(ora, conversation)).extracting(Score::stars).containsExactly(1);
        assertThat(scores.all(tess)).hasSize(1);
    }

    @Test
    void it_is_one_two_or_three_by_an_organizer_of_that_organization_about_somebody_else() {
        ConversationId conversation = talk("Thank you!");
        var stranger = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> scores.say(ora, conversation, 0, "")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> scores.say(ora, conversation, 4, "")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> scores.say(ora, conversation, 2, "x".repeat(401)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> scores.say(tess, conversation, 2, "")).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> scores.of(tess, conversation)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> scores.say(stranger, conversation, 2, "")).isInstanceOf(Problem.Missing.class);
        assertThat(scores.of(stranger, conversation)).isEmpty();
        assertThatThrownBy(() -> scores.say(here.system(), tom.memberId(), conversation, 2, ""))
                .isInstanceOf(Problem.Invalid.class);
        says(ora, conversation, "I took over");
        assertThatThrownBy(() -> scores.say(ora, conversation, 3, "")).isInstanceOf(Problem.Conflict.class);
    }
}
