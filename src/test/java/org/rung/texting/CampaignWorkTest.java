package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Phones;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterDraft;

class CampaignWorkTest extends TextingStory {

    private int conversationsOf(CampaignId campaign) {
        return conversations.counts(ora, campaign).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void a_household_is_texted_once_and_who_may_not_be_texted_is_left_out() {
        var shared = Phones.fresh();
        var out = Phones.fresh();
        var bad = Phones.fresh();
        var people = new java.util.ArrayList<>(people(List.of(
                SupporterDraft.of("Maya", "Okafor", shared),
                SupporterDraft.of("Ada", "Okafor", shared),
                SupporterDraft.of("Out", "Opted", out),
                SupporterDraft.of("Bad", "Number", bad))));
        people.addAll(
                supporters
                        .upsert(ora, List.of(SupporterDraft.of("Not", "Asked", Phones.fresh())), Optional.empty())
                        .stream()
                        .map(one -> one.supporterId())
                        .toList());
        consents.record(here.system(), out, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        db.execute(
                "insert into unreachable_phones (organization_id, phone, error_code, bad, since_at) values (?, ?, '30006', true, ?)",
                here.organizationId().value(),
                bad.text(),
                "2026-01-01 00:00:00");

        CampaignId campaign = campaign(people);

        assertThat(conversationsOf(campaign)).isEqualTo(1);
    }

    @Test
    void a_second_start_makes_nobody_twice() {
        CampaignId campaign = campaign(people(5));

        start(campaign);

        assertThat(conversationsOf(campaign)).isEqualTo(5);
    }

    @Test
    void a_live_turf_tops_up_with_whom_it_has_gained() {
        people(3);
        CampaignId campaign = campaign(turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE));
        people(2);

        assertThat(work.topUp(ora, campaign)).isEqualTo(2);
        assertThat(work.topUp(ora, campaign)).isZero();
        assertThat(conversationsOf(campaign)).isEqualTo(5);
    }

    @Test
    void a_number_goes_to_another_of_the_household_when_the_first_is_in_the_campaign_by_another_one() {
        var shared = Phones.fresh();
        var own = Phones.fresh();
        var maya = people(List.of(SupporterDraft.of("Maya", "Okafor", own))).getFirst();
        CampaignId campaign = campaign(turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE));
        assertThat(conversationsOf(campaign)).isEqualTo(1);
        var ada = people(List.of(SupporterDraft.of("Ada", "Okafor", shared))).getFirst();
        // Maya is reached by the household's number from now on.
        db.execute("update supporter_phones set phone = ? where supporter_id = ?", shared.text(), maya.value());

        assertThat(work.topUp(ora, campaign)).isEqualTo(1);

        assertThat(db.fetchValue(
                        "select supporter_id from conversations where campaign_id = ? and phone = ?",
                        campaign.value(),
                        shared.text()))
                .isEqualTo(ada.value());
        assertThat(work.topUp(ora, campaign)).isZero();
    }

    @Test
    void a_paused_campaign_keeps_first_texts_that_nobody_handed_over_until_it_runs_on() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        List<ConversationId> held = heldBy(tess, campaign);
        send(tess, held.get(0));
        send(tess, held.get(1));
        db.execute(
                "update messages set state = 'SENT', hold = null, claimed_at = now() where topic_id = ?",
                held.get(1).value());

        campaigns.pause(ora, campaign, "Wait for the new flyer");
        assertThat(due(held.get(0))).isNull();
        assertThat(state(held.get(1))).isEqualTo("SENT");

        campaigns.start(ora, campaign);
        assertThat(state(held.get(0))).isEqualTo("QUEUED");
        assertThat(due(held.get(0))).isNotNull();
        assertThat(state(held.get(1))).isEqualTo("SENT");
    }

    @Test
    void a_campaign_that_ends_while_it_is_paused_sends_nothing_more() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId only = heldBy(tess, campaign).getFirst();
        send(tess, only);
        campaigns.pause(ora, campaign, "Wait for the new flyer");

        campaigns.end(ora, campaign);

        assertThat(state(only)).isEqualTo("CANCELLED");
        assertThat(now(only).closedReason()).contains(ClosedReason.ENDED);
    }

    private String state(ConversationId conversation) {
        return (String) db.fetchValue("select state from messages where topic_id = ?", conversation.value());
    }

    private @org.jspecify.annotations.Nullable Object due(ConversationId conversation) {
        return db.fetchValue("select due_at from messages where topic_id = ?", conversation.value());
    }

    @Test
    void an_ended_campaign_takes_back_what_nobody_claimed_and_replies_stay_answerable() {
        CampaignId campaign = campaign(people(4));
        assignments.pull(tess, campaign);
        List<ConversationId> held = heldBy(tess, campaign);
        ConversationId waiting = held.get(0);
        ConversationId answered = held.get(1);
        ConversationId gone = held.get(2);
        ConversationId unsent = held.get(3);
        send(tess, waiting);
        send(tess, answered);
        send(tess, gone);
        db.execute(
                "update messages set state = 'SENT', hold = null, claimed_at = now() where topic_id = ?", gone.value());
        hears(answered, "yes");

        campaigns.end(ora, campaign);

        assertThat(now(unsent).closedReason()).contains(ClosedReason.ENDED);
        assertThat(now(waiting).closedReason()).contains(ClosedReason.ENDED);
        assertThat(messages(waiting, "FIRST_TEXT")).isZero();
        assertThat(now(gone).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(correspondence.reply(tess, answered, "Great", request())).isNotNull();
        hears(gone, "me too");
        assertThat(now(gone).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
    }
}
