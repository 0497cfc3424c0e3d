package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.texting.ConversationState.AWAITING_REPLY;
import static org.rung.texting.ConversationState.CLOSED;
import static org.rung.texting.ConversationState.NEEDS_FIRST_TEXT;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;

class DoublesTest {
    private static final PhoneNumber ONE = new PhoneNumber("+15105550101");
    private static final PhoneNumber TWO = new PhoneNumber("+15105550102");
    private static final MessageId WAITS = new MessageId(7);

    private static Doubles.Theirs talk(
            long id,
            long campaign,
            PhoneNumber phone,
            boolean kept,
            ConversationState state,
            boolean reached,
            MessageId... waiting) {
        return new Doubles.Theirs(
                new ConversationId(id),
                Optional.of(new CampaignId(campaign)),
                phone,
                kept,
                false,
                state,
                Optional.empty(),
                reached,
                List.of(waiting));
    }

    private static List<Long> closing(boolean stopped, Doubles.Theirs... talks) {
        return Doubles.closing(List.of(talks), Optional.of(TWO), stopped).stream()
                .map(each -> each.conversationId().value())
                .toList();
    }

    @Test
    void what_stands_alone_in_its_campaign_stays() {
        assertThat(closing(
                        false,
                        talk(1, 10, ONE, true, NEEDS_FIRST_TEXT, false),
                        talk(2, 11, TWO, false, NEEDS_FIRST_TEXT, false)))
                .isEmpty();
    }

    @Test
    void of_two_the_number_for_texting_goes_on_unless_the_others_text_waits_already() {
        assertThat(closing(
                        false,
                        talk(1, 10, ONE, true, NEEDS_FIRST_TEXT, false),
                        talk(2, 10, TWO, false, NEEDS_FIRST_TEXT, false)))
                .containsExactly(1L);
        assertThat(closing(
                        false,
                        talk(1, 10, ONE, true, AWAITING_REPLY, false, WAITS),
                        talk(2, 10, TWO, false, NEEDS_FIRST_TEXT, false)))
                .containsExactly(2L);
    }

    @Test
    void whoever_was_reached_gets_no_other_first_text() {
        assertThat(closing(
                        false,
                        talk(1, 10, ONE, true, CLOSED, true),
                        talk(2, 10, TWO, false, AWAITING_REPLY, false, WAITS)))
                .containsExactly(2L);
    }

    @Test
    void what_a_texter_left_out_leaves_the_other_alone() {
        assertThat(closing(
                        false, talk(1, 10, ONE, true, CLOSED, false), talk(2, 10, TWO, false, NEEDS_FIRST_TEXT, false)))
                .isEmpty();
    }

    @Test
    void whoever_stopped_gets_none_at_all_and_what_was_said_goes_on() {
        assertThat(closing(
                        true,
                        talk(1, 10, ONE, true, AWAITING_REPLY, true),
                        talk(2, 10, TWO, false, NEEDS_FIRST_TEXT, false),
                        talk(3, 11, TWO, false, NEEDS_FIRST_TEXT, false)))
                .containsExactly(2L, 3L);
    }
}
