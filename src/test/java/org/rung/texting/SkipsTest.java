package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;

class SkipsTest extends TextingStory {

    @Test
    void organizers_see_how_many_were_skipped_for_each_reason_and_who_they_were() {
        CampaignId campaign = campaign(people(4));
        assignments.pull(tess, campaign);
        List<ConversationId> mine = heldBy(tess, campaign);
        skips.skip(tess, mine.get(0), Skip.of(SkipReason.KNOWN));
        skips.skip(tess, mine.get(1), new Skip(SkipReason.OTHER, " Moved to Fresno "));
        skips.skip(tess, mine.get(2), Skip.of(SkipReason.KNOWN));

        assertThat(skips.counts(ora, campaign)).isEqualTo(Map.of(SkipReason.KNOWN, 2, SkipReason.OTHER, 1));
        Page<SkippedRow> first = skips.page(ora, campaign, SkipReason.KNOWN, Page.Wanted.first(1));
        Page<SkippedRow> second = skips.page(ora, campaign, SkipReason.KNOWN, new Page.Wanted(first.next(), 1));
        assertThat(first.rows()).extracting(SkippedRow::conversationId).containsExactly(mine.get(2));
        assertThat(second.rows()).extracting(SkippedRow::conversationId).containsExactly(mine.get(0));
        assertThat(second.next()).isEmpty();
        assertThat(skips.page(ora, campaign, SkipReason.OTHER, Page.Wanted.first(5))
                        .rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.skip().words()).isEqualTo("Moved to Fresno");
                    assertThat(row.texter()).contains(tess.memberId());
                    assertThat(row.supporter()).endsWith(" O.");
                });
        assertThat(row(mine.get(1)).skip()).contains(new Skip(SkipReason.OTHER, "Moved to Fresno"));
        assertThat(row(mine.get(3)).skip()).isEmpty();
    }

    @Test
    void only_another_reason_needs_words_and_they_are_short() {
        assertThatThrownBy(() -> new Skip(SkipReason.OTHER, "  ")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Skip(SkipReason.NOT_NOW, "x".repeat(201))).isInstanceOf(Problem.Invalid.class);
        assertThat(Skip.of(SkipReason.LANGUAGE).words()).isEmpty();
    }

    @Test
    void what_another_window_has_just_sent_is_not_skipped() {
        ConversationId conversation = texted();

        assertThatThrownBy(() -> skips.skip(tess, conversation, Skip.of(SkipReason.NOT_NOW)))
                .isInstanceOf(Problem.Conflict.class);

        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
    }

    @Test
    void of_a_send_and_a_skip_at_once_one_holds() throws Exception {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        Callable<Boolean> send = () -> succeeds(() -> send(tess, conversation));
        Callable<Boolean> skip = () -> succeeds(() -> skips.skip(tess, conversation, Skip.of(SkipReason.WRONG_PERSON)));

        List<Boolean> done = AtOnce.all(List.of(send, skip));

        assertThat(done).containsOnlyOnce(true);
        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(done.getFirst() ? 1 : 0);
        assertThat(now(conversation).closed()).isEqualTo(done.getLast());
    }

    private static boolean succeeds(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Problem.Conflict lost) {
            return false;
        }
    }

    @Test
    void skipping_twice_is_no_fault_and_keeps_the_first_reason() {
        ConversationId conversation = held();
        skips.skip(tess, conversation, Skip.of(SkipReason.LANGUAGE));
        skips.skip(tess, conversation, Skip.of(SkipReason.NOT_NOW));

        assertThat(row(conversation).skip()).contains(Skip.of(SkipReason.LANGUAGE));
    }

    @Test
    void whoever_is_brought_back_can_be_texted_and_counts_no_more_and_the_latest_reason_stands() {
        ConversationId conversation = held();
        CampaignId campaign = now(conversation).campaign().orElseThrow();
        skips.skip(tess, conversation, Skip.of(SkipReason.LANGUAGE));

        outcomes.reopen(tess, conversation);

        assertThat(heldBy(tess, campaign)).containsExactly(conversation);
        assertThat(skips.counts(ora, campaign)).isEmpty();
        assertThat(row(conversation).skip()).isEmpty();
        skips.skip(tess, conversation, Skip.of(SkipReason.NOT_NOW));
        assertThat(skips.counts(ora, campaign)).isEqualTo(Map.of(SkipReason.NOT_NOW, 1));
        outcomes.reopen(tess, conversation);
        assertThat(send(tess, conversation)).isNotNull();
    }

    @Test
    void texters_and_other_organizations_do_not_read_who_was_skipped() {
        ConversationId conversation = held();
        CampaignId campaign = now(conversation).campaign().orElseThrow();
        skips.skip(tess, conversation, Skip.of(SkipReason.KNOWN));
        var stranger = NewOrganization.with(db).member(Role.ADMIN);

        assertThatThrownBy(() -> skips.counts(tess, campaign)).isInstanceOf(Problem.Refused.class);
        assertThat(skips.counts(stranger, campaign)).isEmpty();
        assertThat(skips.page(stranger, campaign, SkipReason.KNOWN, Page.Wanted.first(5))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> skips.skip(tom, conversation, Skip.of(SkipReason.KNOWN)))
                .isInstanceOf(Problem.Missing.class);
    }

    private ConversationId held() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        return heldBy(tess, campaign).getFirst();
    }

    private ConversationRow row(ConversationId conversation) {
        var filter = new ConversationFilter(
                now(conversation).campaign(), Optional.empty(), Optional.empty(), ConversationFilter.Among.ALL);
        return conversations.page(ora, filter, Page.Wanted.first(50)).rows().stream()
                .filter(row -> row.conversationId().equals(conversation))
                .findFirst()
                .orElseThrow();
    }
}
