package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.accounts.MemberSuspended;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.HeldWork;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;

class AssignmentsTest extends TextingStory {

    @Autowired
    Members members;

    @Test
    void two_texters_who_race_for_the_last_batch_share_it_without_overlap() throws Exception {
        CampaignId campaign = campaign(people(60));

        List<Batch> batches =
                AtOnce.all(List.of(() -> assignments.pull(tess, campaign), () -> assignments.pull(tom, campaign)));

        assertThat(batches.stream().mapToInt(Batch::firstTexts).sum()).isEqualTo(60);
        Set<ConversationId> all = new HashSet<>(heldBy(tess, campaign));
        all.addAll(heldBy(tom, campaign));
        assertThat(all).hasSize(60);
    }

    @Test
    void fewer_than_asked_comes_with_its_one_reason() {
        CampaignId campaign = campaign(people(3));

        assertThat(assignments.pull(tess, campaign)).isEqualTo(new Batch(50, 3, 0, Optional.of(Batch.Short.ALL_TAKEN)));
        assertThat(assignments.pull(tom, campaign).why()).contains(Batch.Short.ALL_TAKEN);
        heldBy(tess, campaign).forEach(one -> send(tess, one));
        assertThat(assignments.pull(tom, campaign).why()).contains(Batch.Short.NONE_LEFT);
    }

    @Test
    void home_counts_what_is_held_done_and_left_in_each_campaign() {
        CampaignId one = campaign(people(70));
        CampaignId two = campaign(people(5));
        assignments.handOut(ora, one, tess.memberId(), 7);
        send(tess, heldBy(tess, one).getFirst());
        assignments.pull(tom, two);

        var first = desk.work(tess, one);
        assertThat(List.of(first.held(), first.doneOfBatch(), first.toGet())).containsExactly(6, 1, 44);
        // The people of both campaigns wait in the second one too, since everyone is in its turf.
        assertThat(desk.work(tess, two).toGet())
                .isEqualTo(conversations.counts(ora, two).get(ConversationState.NEEDS_FIRST_TEXT)
                        - heldBy(tom, two).size());
    }

    @Test
    void a_hand_out_takes_the_front_of_the_queue_and_no_more_than_there_is() {
        CampaignId campaign = campaign(people(30));

        assertThat(assignments.handOut(ora, campaign, tess.memberId(), 10).firstTexts())
                .isEqualTo(10);
        assertThat(assignments.handOut(ora, campaign, tom.memberId(), 100).firstTexts())
                .isEqualTo(20);
        assertThat(heldBy(tess, campaign))
                .hasSize(10)
                .allMatch(mine -> heldBy(tom, campaign).stream().allMatch(his -> his.value() > mine.value()));
    }

    @Test
    void nobody_gets_first_texts_outside_the_hours() {
        CampaignId campaign = campaign(people(3));
        clock.set(clock.instant()
                .atZone(java.time.ZoneId.of("America/Los_Angeles"))
                .with(LocalTime.of(20, 30))
                .toInstant());

        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.OUTSIDE_HOURS);
    }

    @Test
    void who_holds_a_whole_batch_gets_no_second_one() {
        CampaignId campaign = campaign(people(120));
        assignments.pull(tess, campaign);

        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.ENOUGH_HELD);
        send(tess, heldBy(tess, campaign).getFirst());
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(1);
    }

    @Test
    void only_the_campaigns_texters_may_pull() {
        CampaignId campaign = campaign(people(3));
        Actor.Member stranger = here.member(Role.TEXTER);

        assertThatThrownBy(() -> assignments.pull(stranger, campaign)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> assignments.handOut(tess, campaign, tess.memberId(), 3))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> assignments.handOut(ora, campaign, stranger.memberId(), 3))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_lease_that_ends_returns_what_was_not_sent_and_a_late_send_still_counts() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        List<ConversationId> held = heldBy(tess, campaign);
        send(tess, held.get(0));

        clock.tick(Duration.ofMinutes(61));
        leases.returnExpired();

        assertThat(now(held.get(0)).texter()).contains(tess.memberId());
        assertThat(now(held.get(1)).texter()).isEmpty();
        assertThat(send(tess, held.get(1)).messageId()).isNotNull();
        assertThat(holder(held.get(1))).isEqualTo(tess.memberId());
    }

    @Test
    void a_late_send_loses_to_whoever_took_it_and_the_words_are_kept() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        clock.tick(Duration.ofMinutes(61));
        leases.returnExpired();
        assignments.pull(tom, campaign);

        assertThatThrownBy(() -> correspondence.sendFirst(tess, conversation, "My words", request()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("draft");

        assertThat(messages(conversation, "FIRST_TEXT")).isZero();
        assertThat(db.fetchSingle("select words from drafts where conversation_id = ?", conversation.value())
                        .get(0, String.class))
                .isEqualTo("My words");
        assertThat(send(tom, conversation)).isNotNull();
    }

    @Test
    void the_clock_of_a_reply_starts_with_the_inbound_and_then_others_may_take_it() {
        ConversationId conversation = texted();
        clock.tick(Duration.ofHours(3));
        leases.returnExpired();
        assertThat(holder(conversation)).isEqualTo(tess.memberId());
        hears(conversation, "yes");

        clock.tick(Duration.ofMinutes(59));
        leases.returnExpired();
        assertThat(holder(conversation)).isEqualTo(tess.memberId());
        clock.tick(Duration.ofMinutes(2));
        leases.returnExpired();
        assertThat(now(conversation).texter()).isEmpty();

        Batch batch = assignments.pull(tom, now(conversation).campaign().orElseThrow());
        assertThat(batch.replies()).isEqualTo(1);
        assertThat(holder(conversation)).isEqualTo(tom.memberId());
        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "hello", request()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void what_an_organizer_hands_out_does_not_end() {
        CampaignId campaign = campaign(people(5));

        Batch batch = assignments.handOut(ora, campaign, tess.memberId(), 4);
        clock.tick(Duration.ofDays(2));
        leases.returnExpired();

        assertThat(batch.firstTexts()).isEqualTo(4);
        assertThat(heldBy(tess, campaign)).hasSize(4);
        assertThat(assignments.giveBack(tess, campaign)).isEqualTo(4);
        assertThat(heldBy(tess, campaign)).isEmpty();
    }

    @Test
    void what_is_handed_out_with_an_end_comes_back_then() {
        CampaignId campaign = campaign(people(3));

        assignments.handOut(ora, campaign, tess.memberId(), 3, Optional.of(Duration.ofHours(2)));
        send(tess, heldBy(tess, campaign).getFirst());
        clock.tick(Duration.ofMinutes(119));
        leases.returnExpired();
        assertThat(heldBy(tess, campaign)).hasSize(2);
        clock.tick(Duration.ofMinutes(1));
        leases.returnExpired();

        assertThat(heldBy(tess, campaign)).isEmpty();
        assertThat(assignments.pull(tom, campaign).firstTexts()).isEqualTo(2);
        for (var wrong : List.of(Duration.ofMinutes(4), Duration.ofDays(31)))
            assertThatThrownBy(() -> assignments.handOut(ora, campaign, tess.memberId(), 1, Optional.of(wrong)))
                    .isInstanceOf(Problem.Invalid.class)
                    .hasMessageContaining("from 5 to 43,200");
    }

    @Test
    void an_organizer_takes_back_what_is_unsent_or_all_of_it_and_conversations_under_way_stay() {
        CampaignId campaign = campaign(people(4));
        assignments.handOut(ora, campaign, tess.memberId(), 4);
        List<ConversationId> held = heldBy(tess, campaign);
        ConversationId waits = held.get(0);
        ConversationId underWay = held.get(1);
        send(tess, waits);
        send(tess, underWay);
        hears(waits, "yes");
        assertThat(assignments.held(ora, campaign)).isEqualTo(Map.of(tess.memberId(), new HeldWork.Held(2, 1)));
        assertThatThrownBy(() -> assignments.takeBack(tom, campaign, tess.memberId(), true))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> assignments.held(tom, campaign)).isInstanceOf(Problem.Refused.class);
        var elsewhere = NewOrganization.with(db).member(Role.ORGANIZER);
        assertThatThrownBy(() -> assignments.held(elsewhere, campaign)).isInstanceOf(Problem.Missing.class);
        assertThat(assignments.takeBack(elsewhere, campaign, tess.memberId(), true))
                .isZero();

        assertThat(assignments.takeBack(ora, campaign, tess.memberId(), false)).isEqualTo(2);
        assertThat(holder(waits)).isEqualTo(tess.memberId());
        assertThat(assignments.takeBack(ora, campaign, tess.memberId(), true)).isEqualTo(1);

        assertThat(now(waits).texter()).isEmpty();
        assertThat(holder(underWay)).isEqualTo(tess.memberId());
        assertThat(assignments.held(ora, campaign)).isEmpty();
        assertThat(assignments.pull(tom, campaign)).isEqualTo(new Batch(50, 2, 1, Optional.of(Batch.Short.ALL_TAKEN)));
    }

    @Test
    void a_texter_who_is_done_for_today_gives_back_what_is_unsent_in_every_campaign() {
        CampaignId one = campaign(people(3));
        assignments.pull(tess, one);
        ConversationId waits = heldBy(tess, one).getFirst();
        send(tess, waits);
        hears(waits, "yes");
        CampaignId two = campaign(people(2));
        assignments.handOut(ora, two, tess.memberId(), 1);

        assertThat(assignments.leave(tess, false)).isEqualTo(3);
        assertThat(holder(waits)).isEqualTo(tess.memberId());
        assertThat(assignments.leave(tess, true)).isEqualTo(1);

        assertThat(now(waits).texter()).isEmpty();
        assertThat(heldBy(tess, one)).isEmpty();
        assertThat(heldBy(tess, two)).isEmpty();
    }

    @Test
    void those_who_know_a_texter_come_to_that_texter_first() {
        var people = people(10);
        var known = people.get(7);
        var metBefore = people.get(4);
        db.execute(
                "insert into relationships (relationship_id, organization_id, supporter_id, knower_member_id, kind, strength,"
                        + " source, visibility, created_at) values (?, ?, ?, ?, 'FRIEND', 2, 'MEMBER', 'SHARED', ?)",
                Id.next(),
                here.organizationId().value(),
                known.value(),
                tess.memberId().value(),
                "2026-01-01 00:00:00");
        CampaignId earlier = campaign(List.of(metBefore));
        assignments.pull(tess, earlier);
        var text = send(tess, heldBy(tess, earlier).getFirst());
        db.execute(
                "update messages set state = 'SENT', sent_at = happened_at where message_id = ?",
                text.messageId().value());
        clock.tick(Duration.ofHours(25));
        CampaignId campaign = campaign(people);

        assignments.handOut(ora, campaign, tom.memberId(), 8);
        assignments.handOut(ora, campaign, tess.memberId(), 2);

        assertThat(heldBy(tess, campaign).stream().map(one -> now(one).supporter()))
                .containsExactlyInAnyOrder(known, metBefore);
    }

    @Test
    void a_campaign_that_has_not_started_says_so_instead_of_that_all_was_sent() {
        CampaignId campaign = campaign(people(3));
        db.execute("update campaigns set state = 'DRAFT' where campaign_id = ?", campaign.value());
        db.execute("delete from conversations where campaign_id = ?", campaign.value());

        assertThat(assignments.handOut(ora, campaign, tess.memberId(), 3).why()).contains(Batch.Short.NOT_STARTED);
    }

    @Test
    void a_paused_campaign_gives_replies_and_no_first_texts() {
        CampaignId campaign = campaign(people(3));
        campaigns.pause(ora, campaign, "Wait for the new flyer");

        assertThat(assignments.pull(tess, campaign)).isEqualTo(new Batch(50, 0, 0, Optional.of(Batch.Short.PAUSED)));
    }

    @Test
    void who_may_text_no_longer_keeps_nothing_and_is_given_nothing() {
        CampaignId campaign = campaign(people(3));
        assignments.handOut(ora, campaign, tess.memberId(), 3);
        List<ConversationId> held = heldBy(tess, campaign);
        send(tess, held.getFirst());
        Actor admin = here.member(Role.ADMIN);

        members.changeRoles(admin, tess.memberId(), Roles.of(Role.COORDINATOR));

        assertThat(held).allSatisfy(one -> assertThat(now(one).texter()).isEmpty());
        assertThatThrownBy(() -> assignments.handOut(ora, campaign, tess.memberId(), 1))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> conversations.give(ora, held.getFirst(), tess.memberId()))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void who_gets_another_role_beside_texting_keeps_their_work() {
        CampaignId campaign = campaign(people(2));
        assignments.handOut(ora, campaign, tess.memberId(), 2);

        members.changeRoles(here.member(Role.ADMIN), tess.memberId(), Roles.of(Role.TEXTER, Role.COORDINATOR));

        assertThat(heldBy(tess, campaign)).hasSize(2);
    }

    @Test
    void who_is_taken_off_a_campaign_keeps_nothing_of_it_and_sends_nothing_late() {
        CampaignId campaign = campaign(people(3));
        assignments.handOut(ora, campaign, tess.memberId(), 3);
        List<ConversationId> held = heldBy(tess, campaign);
        send(tess, held.getFirst());
        hears(held.getFirst(), "yes");
        CampaignId other = campaign(people(1));
        assignments.handOut(ora, other, tess.memberId(), 1);

        campaignTexters.remove(ora, campaign, tess.memberId());

        assertThat(held).allSatisfy(one -> assertThat(now(one).texter()).isEmpty());
        assertThatThrownBy(() -> send(tess, held.getLast())).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> correspondence.reply(tess, held.getFirst(), "Great", request()))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(heldBy(tess, other)).hasSize(1);
        assertThat(assignments.pull(tom, campaign)).satisfies(batch -> {
            assertThat(batch.replies()).isEqualTo(1);
            assertThat(batch.firstTexts()).isEqualTo(2);
        });
    }

    @Test
    void a_suspended_members_work_returns_in_the_same_transaction() {
        CampaignId campaign = campaign(people(3));
        assignments.pull(tess, campaign);
        List<ConversationId> held = heldBy(tess, campaign);
        send(tess, held.get(0));
        hears(held.get(0), "yes");

        transaction.executeWithoutResult(
                status -> announce.publishEvent(new MemberSuspended(here.organizationId(), tess.memberId())));

        assertThat(held).allSatisfy(one -> assertThat(now(one).texter()).isEmpty());
        assertThat(assignments.pull(tom, campaign)).satisfies(batch -> {
            assertThat(batch.replies()).isEqualTo(1);
            assertThat(batch.firstTexts()).isEqualTo(2);
        });
    }
}
