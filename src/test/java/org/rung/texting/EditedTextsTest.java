package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.EditPolicy;
import org.rung.cast.NewOrganization;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.messaging.Text;
import org.springframework.beans.factory.annotation.Autowired;

class EditedTextsTest extends TextingStory {

    private static final String OTHER = "Come to the meeting? Reply STOP to end";

    @Autowired
    EditedTexts edited;

    @Test
    void a_changed_first_text_is_shown_beside_what_the_script_says_and_an_unchanged_one_is_not() {
        CampaignId campaign = running(EditPolicy.FLAGGED, 2);
        FirstTextCard first = cards(campaign).getFirst();
        FirstTextCard second = cards(campaign).getLast();
        correspondence.sendFirst(tess, first.conversationId(), " " + first.scripted() + "\n", request());
        Text changed = correspondence.sendFirst(tess, second.conversationId(), OTHER, request());

        assertThat(rows(campaign)).singleElement().satisfies(row -> {
            assertThat(row.messageId()).isEqualTo(changed.messageId());
            assertThat(row.scripted()).isEqualTo(second.scripted()).startsWith("Hi Maya");
            assertThat(row.sent()).isEqualTo(OTHER);
            assertThat(row.texter()).contains(tess.memberId());
        });
        assertThat(desk.open(ora, second.conversationId()).edited()).containsExactly(changed.messageId());
        assertThat(desk.open(ora, first.conversationId()).edited()).isEmpty();
    }

    @Test
    void what_was_taken_back_was_not_changed() {
        CampaignId campaign = running(EditPolicy.FLAGGED, 1);
        FirstTextCard card = cards(campaign).getFirst();
        Text changed = correspondence.sendFirst(tess, card.conversationId(), OTHER, request());
        correspondence.undo(tess, card.conversationId(), changed.messageId());
        assertThat(rows(campaign)).isEmpty();

        correspondence.sendFirst(tess, card.conversationId(), card.scripted(), request());
        assertThat(rows(campaign)).isEmpty();
    }

    @Test
    void where_changes_are_allowed_nobody_marks_them() {
        CampaignId campaign = running(EditPolicy.ALLOWED, 1);
        correspondence.sendFirst(tess, cards(campaign).getFirst().conversationId(), OTHER, request());

        assertThat(rows(campaign)).isEmpty();
    }

    @Test
    void a_locked_first_text_leaves_as_the_script_has_it_and_in_no_other_words_whoever_sends_it() {
        CampaignId campaign = running(EditPolicy.LOCKED, 2);
        FirstTextCard card = cards(campaign).getFirst();
        ConversationId conversation = card.conversationId();

        assertThatThrownBy(() -> correspondence.sendFirst(tess, conversation, OTHER, request()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("locked its first text");
        assertThatThrownBy(() -> correspondence.sendFirst(ora, conversation, OTHER, request()))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> correspondence.send(here.system(), conversation, OTHER, request()))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(messages(conversation, "FIRST_TEXT")).isZero();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);

        assertThat(correspondence
                        .sendFirst(tess, conversation, card.body(), request())
                        .body())
                .isEqualTo(card.scripted());
        hears(conversation, "yes!");
        assertThat(correspondence
                        .reply(tess, conversation, "My own words", request())
                        .body())
                .isEqualTo("My own words");
    }

    @Test
    void a_campaign_that_runs_can_be_locked_and_what_was_begun_gives_way_to_the_script() {
        CampaignId campaign = running(EditPolicy.FLAGGED, 1);
        FirstTextCard card = cards(campaign).getFirst();
        correspondence.saveDraft(tess, card.conversationId(), OTHER);
        assertThat(cards(campaign).getFirst().body()).isEqualTo(OTHER);

        allow(campaign, EditPolicy.LOCKED);

        assertThat(campaigns.get(ora, campaign).edits()).isEqualTo(EditPolicy.LOCKED);
        assertThat(cards(campaign).getFirst().body()).isEqualTo(card.scripted());
        assertThatThrownBy(() -> allowAs(campaign)).isInstanceOf(Problem.Refused.class);
    }

    private void allowAs(CampaignId campaign) {
        campaigns.change(tess, campaign, CampaignDraft.of(campaigns.get(ora, campaign)));
    }

    @Test
    void texters_and_other_organizations_do_not_read_who_changed_what() {
        CampaignId campaign = running(EditPolicy.FLAGGED, 1);
        correspondence.sendFirst(tess, cards(campaign).getFirst().conversationId(), OTHER, request());
        var stranger = NewOrganization.with(db).member(Role.ADMIN);

        assertThatThrownBy(() -> edited.page(tess, campaign, Page.Wanted.first(5)))
                .isInstanceOf(Problem.Refused.class);
        assertThat(edited.page(stranger, campaign, Page.Wanted.first(5)).rows()).isEmpty();
    }

    private CampaignId running(EditPolicy edits, int people) {
        CampaignId campaign = campaign(people(people));
        allow(campaign, edits);
        assignments.pull(tess, campaign);
        return campaign;
    }

    private void allow(CampaignId campaign, EditPolicy edits) {
        campaigns.change(
                ora, campaign, CampaignDraft.of(campaigns.get(ora, campaign)).withEdits(edits));
    }

    private List<FirstTextCard> cards(CampaignId campaign) {
        return desk.cards(tess, campaign, Set.of(), 10);
    }

    private List<EditedRow> rows(CampaignId campaign) {
        return edited.page(ora, campaign, Page.Wanted.first(10)).rows();
    }
}
