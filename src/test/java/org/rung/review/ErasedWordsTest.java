package org.rung.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.EditPolicy;
import org.rung.common.Role;
import org.rung.texting.ConversationId;

class ErasedWordsTest extends ReviewStory {

    @Test
    void an_erased_persons_words_go_from_the_index_and_those_of_others_stay() {
        CampaignId campaign = campaign(2, EditPolicy.FLAGGED);
        ConversationId gone = talk(campaign, "My secret pineapple");
        talk(campaign, "Another pineapple");
        indexed();
        assertThat(saying("pineapple")).hasSize(2);
        assertThat(rows("secret")).isEqualTo(1);

        supporters.erase(here.member(Role.ADMIN), now(gone).supporter());
        assertThat(saying("secret")).as("at once").isEmpty();
        indexed();

        assertThat(rows("secret")).as("in the index").isZero();
        assertThat(rows("pineapple")).isEqualTo(1);
        assertThat(saying("pineapple")).containsExactly("Another pineapple");
    }

    @Test
    void who_is_erased_before_their_texts_are_taken_in_leaves_no_word_there() {
        ConversationId gone = talk("My hidden mango");
        supporters.erase(here.member(Role.ADMIN), now(gone).supporter());
        indexed();

        assertThat(rows("mango")).isZero();
        assertThat(saying("mango")).isEmpty();
    }

    private int rows(String word) {
        return db.fetchCount(
                org.jooq.impl.DSL.table("review_words"),
                org.jooq.impl.DSL.condition(
                        "organization_id = ? and word = ?",
                        here.organizationId().value(),
                        Marks.word(word)));
    }
}
