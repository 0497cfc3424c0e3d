package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.impact.Deed;
import org.rung.impact.Impact;
import org.rung.impact.Impacts;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes of a text is the texter's who wrote it. */
class MovedTest extends TextingStory {
    @Autowired
    Impacts impacts;

    @Test
    void a_reply_is_a_conversation_and_the_promise_of_an_answer_a_yes_until_the_answer_is_changed() {
        ConversationId conversation = texted();
        assertThat(impacts.mine(tess).nothing())
                .as("a text that was sent is nothing yet")
                .isTrue();

        hears(conversation, "Sure, I'll come");
        outcomes.answer(tess, conversation, "come", "yes");

        Impact mine = impacts.mine(tess);
        assertThat(List.of(mine.sum(Deed.CONVERSATION), mine.sum(Deed.YES))).containsExactly(1, 1);
        assertThat(impacts.mine(tom).nothing()).isTrue();
        outcomes.answer(tess, conversation, "come", "no");
        assertThat(impacts.mine(tess).sum(Deed.YES)).isZero();
    }
}
