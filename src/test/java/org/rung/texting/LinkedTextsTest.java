package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.links.Links;
import org.springframework.beans.factory.annotation.Autowired;

class LinkedTextsTest extends TextingStory {

    @Autowired
    Links links;

    @Test
    void an_address_in_a_reply_leaves_as_a_link_of_the_recipient_and_counts_for_the_campaign() {
        var conversation = texted();
        hears(conversation, "Where do I sign?");
        var request = request();

        var sent = correspondence.reply(tess, conversation, "Here: https://eastside.org/rent.", request);
        assertThat(sent.body()).matches("Here: \\S+/l/\\w{8}\\.");
        // The same request again is the same text, and makes no second link.
        assertThat(correspondence
                        .reply(tess, conversation, "Here: https://eastside.org/rent.", request)
                        .body())
                .isEqualTo(sent.body());

        var campaign = now(conversation).campaign().orElseThrow();
        assertThat(links.of(ora, campaign.value(), Page.Wanted.first(10)).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.url()).isEqualTo("https://eastside.org/rent");
                    assertThat(row.sent()).isEqualTo(1);
                });
    }

    @Test
    void a_text_with_an_unsafe_address_is_not_sent_and_the_conversation_stays_as_it_was() {
        var conversation = texted();
        hears(conversation, "Where do I sign?");

        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "Here: https://bit.ly/rent", request()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("bit.ly");
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
    }

    @Test
    void a_first_text_with_an_address_is_not_sent() {
        var campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        var conversation = heldBy(tess, campaign).getFirst();

        assertThatThrownBy(() -> correspondence.sendFirst(
                        tess, conversation, "Sign at https://eastside.org/rent? Reply STOP to end", request()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("first texts carry none");
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
    }

    @Test
    void a_text_taken_back_counts_nowhere() {
        var conversation = texted();
        hears(conversation, "Where do I sign?");
        var sent = correspondence.reply(tess, conversation, "https://eastside.org/rent", request());

        assertThat(correspondence.undo(tess, conversation, sent.messageId())).isTrue();
        var campaign = now(conversation).campaign().orElseThrow();
        assertThat(links.of(ora, campaign.value(), Page.Wanted.first(10)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.sent()).isZero());
    }
}
