package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.people.SupporterDraft;

/** The order of a texter's replies, and how many of them they hold at once. */
class RepliesOrderTest extends TextingStory {

    @Test
    void unread_replies_come_first_then_those_that_have_waited_longest() {
        List<ConversationId> all = waiting(4);
        desk.open(tess, all.get(0));
        desk.open(tess, all.get(2));

        var wanted = List.of(all.get(1), all.get(3), all.get(0), all.get(2));
        assertThat(replies(50)).isEqualTo(wanted);
        assertThat(replies(1)).isEqualTo(wanted);
        assertThat(replies(3)).isEqualTo(wanted);

        hears(all.get(0), "Are you there?");
        assertThat(replies(50)).isEqualTo(List.of(all.get(0), all.get(1), all.get(3), all.get(2)));
        assertThat(desk.home(tess).replies().count()).isEqualTo(4);
    }

    @Test
    void a_page_of_another_list_is_none_of_this_one() {
        waiting(2);
        var newest = conversations
                .page(ora, ConversationFilter.ALL, Page.Wanted.first(1))
                .next();

        assertThatThrownBy(() -> conversations.page(
                        tess, ConversationFilter.waitingFor(tess.memberId()), new Page.Wanted(newest, 1)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void the_index_has_them_in_order_so_that_nothing_is_sorted() {
        List<SupporterDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 400; i++) drafts.add(SupporterDraft.of("Maya" + i, "Okafor", org.rung.cast.Phones.fresh()));
        CampaignId campaign = campaign(people(drafts));
        assignments.handOut(ora, campaign, tess.memberId(), 400);
        db.execute(
                "update conversations set state = 'NEEDS_RESPONSE', unread = conversation_id % 2,"
                        + " waiting_since_at = created_at where campaign_id = ?",
                campaign.value());
        db.execute("analyze table conversations, supporters, campaigns");
        List<String> asked = new ArrayList<>();
        var listening = DSL.using(db.configuration().derive(new Listening(asked)));

        new ConversationRowStore(listening, new LatestTextStore(listening))
                .page(
                        here.organizationId(),
                        ConversationFilter.waitingFor(tess.memberId()),
                        Page.Wanted.first(30),
                        Optional.of(clock.instant()));

        var plan = db.fetch("explain format=traditional " + asked.getFirst());
        var first = plan.getFirst();
        assertThat(first.get("table")).isEqualTo("conversations");
        assertThat(first.get("key")).isEqualTo("conversations_desk");
        assertThat(plan.getValues("Extra").toString())
                .doesNotContain("filesort")
                .doesNotContain("temporary");
    }

    @Test
    void who_has_as_many_open_replies_as_the_campaign_allows_answers_those_first() {
        CampaignId campaign = campaign(people(8));
        assignments.handOut(ora, campaign, tess.memberId(), 4);
        List<ConversationId> texted = heldBy(tess, campaign);
        for (ConversationId one : texted) send(tess, one);
        for (ConversationId one : texted) hears(one, "yes");
        assignments.takeBack(ora, campaign, tess.memberId(), true);
        campaigns.capOpenReplies(ora, campaign, 3);

        assertThat(assignments.pull(tom, campaign))
                .isEqualTo(new Batch(50, 0, 3, Optional.of(Batch.Short.REPLIES_FIRST)));
        assertThat(assignments.pull(tom, campaign))
                .isEqualTo(new Batch(50, 0, 0, Optional.of(Batch.Short.REPLIES_FIRST)));
        assertThat(desk.work(tom, campaign).toGet()).isZero();

        List<ConversationId> toms = texted.stream()
                .filter(one -> now(one).texter().filter(tom.memberId()::equals).isPresent())
                .toList();
        toms.forEach(one -> correspondence.reply(tom, one, "Great", request()));
        assertThat(assignments.pull(tom, campaign)).isEqualTo(new Batch(50, 4, 1, Optional.of(Batch.Short.ALL_TAKEN)));
    }

    /** Texted by tess, and answered one after the other. */
    private List<ConversationId> waiting(int count) {
        CampaignId campaign = campaign(people(count));
        assignments.handOut(ora, campaign, tess.memberId(), count);
        List<ConversationId> all = heldBy(tess, campaign);
        for (ConversationId one : all) send(tess, one);
        for (ConversationId one : all) hears(one, "yes");
        return all;
    }

    private List<ConversationId> replies(int size) {
        List<ConversationId> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<ConversationRow> page = conversations.page(
                    tess, ConversationFilter.waitingFor(tess.memberId()), new Page.Wanted(next, size));
            page.rows().forEach(row -> all.add(row.conversationId()));
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    private record Listening(List<String> asked) implements ExecuteListener {
        @Override
        public void renderEnd(ExecuteContext asking) {
            if (asking.query() != null)
                asked.add(DSL.using(asking.configuration()).renderInlined(asking.query()));
        }
    }
}
