package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignLimits;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.live.Live;
import org.rung.live.LiveTexter;
import org.rung.live.TexterNote;
import org.rung.live.TexterNotes;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever runs a campaign sees of it, and what they tell its texters. */
class LivePageTest extends TextingStory {
    @Autowired
    Live live;

    @Autowired
    TexterNotes notes;

    @Autowired
    CampaignLimits limits;

    private LiveTexter texter(CampaignId campaign, Actor.Member member) {
        return live.page(ora, campaign).texters().stream()
                .filter(one -> one.texter().equals(member.memberId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void its_numbers_are_what_happened() {
        CampaignId campaign = campaign(people(9));
        assignments.handOut(ora, campaign, tess.memberId(), 6);
        List<ConversationId> all = heldBy(tess, campaign);
        all.subList(0, 5).forEach(one -> send(tess, one));
        hears(all.get(0), "Where is it?");
        var since = clock.instant();
        hears(all.get(1), "Yes");
        hears(all.get(2), "When?");
        outcomes.answer(tess, all.get(1), "come", "yes");
        db.execute(
                "update conversations set help_since_at = ? where conversation_id = ?",
                "2026-01-01 00:00:00",
                all.get(2).value());
        db.execute(
                "update conversations set state = 'CLOSED', closed_reason = 'OPTED_OUT' where conversation_id = ?",
                all.get(3).value());
        db.execute(
                "update conversations set state = 'CLOSED', closed_reason = 'BAD_NUMBER' where conversation_id = ?",
                all.get(4).value());
        db.execute(
                "update messages set state = 'UNDELIVERED', sent_at = happened_at where topic_id = ?",
                all.get(4).value());
        later(Duration.ofMinutes(16));

        var page = live.page(ora, campaign);

        var now = page.numbers();
        assertThat(now.firstTextsLeft()).isEqualTo(4);
        assertThat(now.texted()).isEqualTo(5);
        assertThat(now.helped()).isOne();
        assertThat(now.waiting()).isEqualTo(2);
        assertThat(now.oldest()).contains(since);
        assertThat(now.late()).isEqualTo(2);
        assertThat(now.nobodys()).isZero();
        assertThat(now.answered()).isOne();
        assertThat(now.optedOut()).isOne();
        assertThat(now.badNumbers()).isOne();
        assertThat(now.failing()).isOne();
        assertThat(now.succeeded()).as("no goal").isEmpty();
        later(Duration.ofHours(1));
        assertThat(live.page(ora, campaign).numbers().failing()).isZero();
    }

    @Test
    void success_counts_each_person_once_who_did_it_after_the_start() {
        CampaignId campaign = campaign(people(3));
        db.execute(
                "update campaigns set goal = 'SIGNED', started_at = ? where campaign_id = ?",
                "2026-01-01 00:00:00",
                campaign.value());
        limits.aim(ora, campaign, Optional.of(40));
        assignments.handOut(ora, campaign, tess.memberId(), 2);
        var all = heldBy(tess, campaign);
        all.forEach(one -> send(tess, one));
        hears(all.getFirst(), "Yes");
        outcomes.answer(tess, all.getFirst(), "come", "yes");

        var page = live.page(ora, campaign);

        assertThat(page.numbers().succeeded()).contains(1L);
        assertThat(page.campaign().terms().goalNumber()).contains(40);
    }

    @Test
    void texters_are_at_work_wait_for_work_are_overdue_or_away() {
        CampaignId campaign = campaign(people(4));
        assertThat(texter(campaign, tess).lastDid()).isEmpty();
        assignments.handOut(ora, campaign, tom.memberId(), 1);
        assertThat(texter(campaign, tom).overdue(clock.instant()))
                .as("holds work, and is not there")
                .isTrue();
        assignments.pull(tess, campaign);

        assertThat(texter(campaign, tess).atWork(clock.instant())).isTrue();
        assertThat(texter(campaign, tess).firstTexts()).isEqualTo(3);
        heldBy(tess, campaign).forEach(one -> send(tess, one));
        assertThat(texter(campaign, tess).waitsForWork(clock.instant())).isTrue();

        later(Duration.ofMinutes(16));
        var away = texter(campaign, tess);
        assertThat(away.atWork(clock.instant())).isFalse();
        assertThat(away.overdue(clock.instant())).isFalse();
        var page = live.page(ora, campaign);
        assertThat(page.joined()).isEqualTo(3);
        assertThat(page.atWork()).isZero();
        assertThat(page.overdue()).isOne();
    }

    @Test
    void who_is_waited_for_longest_comes_first_and_a_coordinator_sees_no_texters() {
        CampaignId campaign = campaign(people(2));
        assignments.handOut(ora, campaign, tom.memberId(), 1);
        assignments.handOut(ora, campaign, tess.memberId(), 1);
        var toms = heldBy(tom, campaign).getFirst();
        send(tom, toms);
        hears(toms, "Hello?");

        assertThat(live.page(ora, campaign).texters().getFirst().texter()).isEqualTo(tom.memberId());
        var cory = live.page(here.member(Role.COORDINATOR), campaign);
        assertThat(cory.texters()).isEmpty();
        assertThat(cory.numbers().waiting()).isOne();
    }

    @Test
    void a_texter_and_a_stranger_do_not_see_it_and_a_draft_has_none() {
        CampaignId campaign = campaign(people(1));
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);

        assertThatThrownBy(() -> live.page(tess, campaign)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> live.page(stranger, campaign)).isInstanceOf(Problem.Missing.class);
        db.execute("update campaigns set state = 'DRAFT' where campaign_id = ?", campaign.value());
        assertThatThrownBy(() -> live.page(ora, campaign)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void what_organizers_tell_is_read_once_by_each_who_texts_for_it() {
        CampaignId campaign = campaign(people(1));
        var outside = here.member(Role.TEXTER);
        var note = notes.tell(ora, campaign, " The meeting has moved. ");

        assertThat(notes.unread(tess)).extracting(TexterNote::words).containsExactly("The meeting has moved.");
        assertThat(notes.unread(outside)).isEmpty();
        notes.read(outside, note);
        notes.read(tess, note);
        notes.read(tess, note);

        assertThat(notes.unread(tess)).isEmpty();
        assertThat(notes.unread(tom)).hasSize(1);
        assertThat(notes.of(ora, campaign))
                .singleElement()
                .satisfies(told -> assertThat(told.readBy()).isOne());
        notes.takeBack(ora, note);
        assertThat(notes.unread(tom)).isEmpty();
    }

    @Test
    void who_joins_later_is_not_told_what_was_said_before_and_an_ended_one_says_nothing_more() {
        CampaignId campaign = campaign(people(1));
        notes.tell(ora, campaign, "First");
        later(Duration.ofMinutes(1));
        var late = here.member(Role.TEXTER);
        campaignTexters.add(ora, campaign, List.of(late.memberId()));
        assertThat(notes.unread(late)).isEmpty();

        campaigns.end(ora, campaign);
        assertThat(notes.unread(tess)).isEmpty();
        assertThatThrownBy(() -> notes.tell(ora, campaign, "More")).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void only_who_runs_campaigns_of_this_organization_tells_them() {
        CampaignId campaign = campaign(people(1));
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);
        var note = notes.tell(ora, campaign, "Hello");

        assertThatThrownBy(() -> notes.tell(tess, campaign, "Hello")).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> notes.tell(stranger, campaign, "Hello")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> notes.takeBack(stranger, note)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> notes.tell(ora, campaign, "  ")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> notes.tell(ora, campaign, "x".repeat(501))).isInstanceOf(Problem.Invalid.class);
    }
}
