package org.rung.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.EditPolicy;
import org.rung.cast.NewOrganization;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.texting.ClosedReason;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.rung.texting.ManyConversations;

class ManyConversationsTest extends ReviewStory {

    @Test
    void open_ones_change_hands_once_and_closed_ones_stay_as_they_are() {
        CampaignId campaign = campaign(3, EditPolicy.FLAGGED);
        ConversationId first = talk(campaign, "one");
        ConversationId second = talk(campaign, "two");
        ConversationId closed = talk(campaign, "three");
        outcomes.done(tess, closed);
        var all = Set.of(first, second, closed);

        assertThat(many.give(ora, all, tom.memberId())).isEqualTo(2);
        assertThat(many.give(ora, all, tom.memberId())).isZero();
        assertThat(now(first).texter()).contains(tom.memberId());
        assertThat(now(first).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(closed).texter()).contains(tess.memberId());
    }

    @Test
    void closing_again_closes_nothing_and_what_they_write_opens_theirs() {
        CampaignId campaign = campaign(2, EditPolicy.FLAGGED);
        var all = Set.of(talk(campaign, "one"), talk(campaign, "two"));

        assertThat(many.close(ora, all)).isEqualTo(2);
        assertThat(many.close(ora, all)).isZero();
        ConversationId some = all.iterator().next();
        assertThat(now(some).closedReason()).contains(ClosedReason.DONE);
        hears(some, "wait!");
        assertThat(now(some).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
    }

    @Test
    void all_are_tagged_and_opted_out_with_what_waits_for_them() {
        CampaignId campaign = campaign(2, EditPolicy.FLAGGED);
        ConversationId first = talk(campaign, "one");
        var all = Set.of(first, talk(campaign, "two"));
        says(tess, first, "This one waits");

        assertThat(many.tag(ora, all, "Unkind")).isEqualTo(2);
        assertThat(found(ReviewFilter.ALL.tagged("Unkind"))).hasSize(5);
        assertThat(many.optOut(ora, all)).isEqualTo(2);
        assertThat(many.optOut(ora, all)).isZero();
        assertThat(now(first).closedReason()).contains(ClosedReason.OPTED_OUT);
        assertThat(received(first)).doesNotContain("This one waits");
        assertThatThrownBy(() -> says(ora, first, "But")).isInstanceOf(Problem.class);
    }

    @Test
    void nothing_of_others_is_touched_and_texters_do_none_of_it() {
        var all = Set.of(talk("one"));
        var stranger = NewOrganization.with(db).member(Role.ADMIN);
        assertThat(many.close(stranger, all)).isZero();
        assertThat(many.tag(stranger, all, "Mine")).isZero();
        assertThat(many.optOut(stranger, all)).isZero();
        assertThat(many.give(stranger, all, stranger.memberId())).isZero();
        assertThat(now(all.iterator().next()).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThatThrownBy(() -> many.close(tess, all)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> many.optOut(tess, all)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> many.tag(tess, all, "Mine")).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> many.give(tess, all, tom.memberId())).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(
                        () -> many.give(ora, all, here.member(Role.COORDINATOR).memberId()))
                .isInstanceOf(Problem.Invalid.class);
        Set<ConversationId> crowd = new HashSet<>();
        while (crowd.size() <= ManyConversations.MOST) crowd.add(new ConversationId(Id.next()));
        assertThatThrownBy(() -> many.close(ora, crowd)).isInstanceOf(Problem.Invalid.class);
    }
}
