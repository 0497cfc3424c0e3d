package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;

class AnswersTest extends TextingStory {

    @Test
    void an_answer_does_what_the_script_says_and_hands_back_the_filled_reply() {
        ConversationId conversation = texted();
        hears(conversation, "yes");

        Answered answered = outcomes.answer(tess, conversation, "come", "yes");

        assertThat(answered.reply()).isEqualTo("Great, Maya0! See you Thursday.");
        assertThat(tags(conversation)).containsExactly("Coming");
        assertThat(signed(conversation)).isEqualTo(1);
        assertThat(credited(conversation)).isEqualTo(tess.memberId().value());
        assertThat(promises(conversation, "PROMISED")).isEqualTo(1);
        assertThat(desk.open(tess, conversation).answers()).containsEntry("come", "yes");
    }

    @Test
    void the_same_answer_again_does_nothing_twice() {
        ConversationId conversation = texted();
        hears(conversation, "yes");
        outcomes.answer(tess, conversation, "come", "yes");
        outcomes.answer(tess, conversation, "come", "yes");

        assertThat(signed(conversation)).isEqualTo(1);
        assertThat(promises(conversation, "PROMISED")).isEqualTo(1);
    }

    @Test
    void another_answer_takes_the_formers_place_and_its_effects_back() {
        ConversationId conversation = texted();
        hears(conversation, "yes");
        outcomes.answer(tess, conversation, "come", "yes");

        outcomes.answer(tess, conversation, "come", "no");

        assertThat(tags(conversation)).containsExactly("Not now");
        assertThat(signed(conversation)).isZero();
        assertThat(promises(conversation, "RELEASED")).isEqualTo(1);

        outcomes.answer(tess, conversation, "come", "yes");
        assertThat(tags(conversation)).containsExactly("Coming");
        assertThat(signed(conversation)).isEqualTo(1);
    }

    @Test
    void a_tag_that_was_there_before_stays_when_the_answer_changes() {
        ConversationId conversation = texted();
        hears(conversation, "yes");
        supporters.tag(ora, List.of(now(conversation).supporter()), "Coming");
        outcomes.answer(tess, conversation, "come", "yes");

        outcomes.answer(tess, conversation, "come", "no");

        assertThat(tags(conversation)).containsExactlyInAnyOrder("Coming", "Not now");
    }

    @Test
    void an_answer_may_opt_out() {
        ConversationId conversation = texted();
        hears(conversation, "never write again");

        outcomes.answer(tess, conversation, "come", "never");

        assertThat(now(conversation).closedReason()).contains(ClosedReason.OPTED_OUT);
    }

    @Test
    void only_answers_of_the_script_are_taken() {
        ConversationId conversation = texted();

        assertThatThrownBy(() -> outcomes.answer(tess, conversation, "come", "perhaps"))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> outcomes.answer(tess, conversation, "sing", "yes"))
                .isInstanceOf(Problem.Invalid.class);
    }

    private List<String> tags(ConversationId conversation) {
        return supporters.get(ora, now(conversation).supporter()).tags().stream()
                .map(tag -> tag.name())
                .toList();
    }

    private int signed(ConversationId conversation) {
        return db.fetchSingle(
                        "select count(*) from actions where type = 'SIGNED' and voided_at is null and supporter_id = ?",
                        now(conversation).supporter().value())
                .get(0, int.class);
    }

    private long credited(ConversationId conversation) {
        return db.fetchSingle(
                        "select member_id from actions where type = 'SIGNED' and supporter_id = ?",
                        now(conversation).supporter().value())
                .get(0, long.class);
    }

    private int promises(ConversationId conversation, String state) {
        return db.fetchSingle(
                        "select count(*) from commitments where state = ? and supporter_id = ?",
                        state,
                        now(conversation).supporter().value())
                .get(0, int.class);
    }
}
