package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Evidence;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignGoals;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterRow;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.ladder.RungId;
import org.rung.ladder.Shape;
import org.rung.live.Live;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign that wants people to come up to a rung, and who counts as having done so. */
class RungGoalsTest extends TextingStory {
    @Autowired
    CampaignGoals goals;

    @Autowired
    Ladders ladders;

    @Autowired
    LadderVersions versions;

    @Autowired
    Actions actions;

    @Autowired
    SupporterList list;

    @Autowired
    Live live;

    private Actor.Member ada;
    private List<SupporterId> people;
    private CampaignId campaign;

    @BeforeEach
    void a_campaign_after_the_second_rung() {
        ada = here.member(Role.ADMIN);
        people = people(6);
        campaign = campaign(people.subList(0, 5));
        after(campaign, rung(2));
    }

    private Ladder ladder() {
        return ladders.of(here.organizationId(), LadderKind.COMMITMENT);
    }

    private RungId rung(int position) {
        return ladder().rung(position).rungId();
    }

    /** As it would be had somebody chosen it before the start. */
    private void after(CampaignId which, RungId rung) {
        db.execute("update campaigns set state = 'DRAFT' where campaign_id = ?", which.value());
        goals.reach(ora, which, Optional.of(rung));
        db.execute(
                "update campaigns set state = 'RUNNING', started_at = '2026-01-01 00:00:00' where campaign_id = ?",
                which.value());
    }

    /** The first texts of these have left. */
    private void textedNow(int from, int to) {
        var texted = people.subList(from, to);
        for (var conversation : heldBy(tess, campaign))
            if (texted.contains(now(conversation).supporter())) {
                send(tess, conversation);
                db.execute(
                        "update messages set state = 'SENT', sent_at = happened_at where topic_id = ?",
                        conversation.value());
            }
        later(Duration.ofMinutes(1));
    }

    private void signs(int who) {
        actions.record(ora, Evidence.said(people.get(who), ActionType.SIGNED, clock.instant()));
        later(Duration.ofMinutes(1));
    }

    private Optional<Long> counted() {
        return live.page(ora, campaign).numbers().succeeded();
    }

    private List<SupporterId> listed() {
        var filter = new SupporterFilter("", List.of(new FilterLine(Successes.FILTER, "", List.of(campaign.text()))));
        return list.page(ora, filter, Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .toList();
    }

    @Test
    void who_came_up_after_their_first_text_counts_and_is_listed_and_nobody_else() {
        assignments.handOut(ora, campaign, tess.memberId(), 5);
        signs(0);
        textedNow(0, 4);
        signs(1);
        signs(4);
        signs(5);

        assertThat(counted())
                .as("0 stood there before, 4 was not texted, 5 is not of it, 2 and 3 did nothing")
                .contains(1L);
        assertThat(listed()).containsExactly(people.get(1));
        assertThat(live.page(ora, campaign).goalRung())
                .contains(ladder().rung(2).name());
    }

    @Test
    void a_text_that_has_not_left_brought_nobody_anywhere() {
        assignments.handOut(ora, campaign, tess.memberId(), 5);
        heldBy(tess, campaign).forEach(conversation -> send(tess, conversation));
        later(Duration.ofMinutes(1));
        signs(0);
        assertThat(counted()).contains(0L);
    }

    @Test
    void who_rises_past_the_rung_came_to_it_and_counts_once() {
        assignments.handOut(ora, campaign, tess.memberId(), 5);
        textedNow(0, 5);
        actions.record(ora, Evidence.verified(people.get(0), ActionType.ATTENDED, clock.instant()));
        later(Duration.ofMinutes(1));
        signs(0);

        assertThat(counted()).contains(1L);
        after(campaign, rung(3));
        assertThat(counted()).as("straight past the third one").contains(1L);
        after(campaign, rung(5));
        assertThat(counted()).contains(0L);
        assertThat(listed()).isEmpty();
    }

    @Test
    void a_deed_that_is_taken_back_brought_nobody_up() {
        assignments.handOut(ora, campaign, tess.memberId(), 5);
        textedNow(0, 5);
        var deed = actions.record(ora, Evidence.said(people.get(2), ActionType.SIGNED, clock.instant()));
        assertThat(counted()).contains(1L);
        actions.voidAction(ora, deed, "A slip");
        assertThat(counted()).contains(0L);
    }

    @Test
    void a_ladder_that_gets_more_rungs_keeps_what_was_reached_and_goes_on_counting() {
        assignments.handOut(ora, campaign, tess.memberId(), 5);
        textedNow(0, 5);
        signs(0);
        Ladder before = ladder();
        List<Rung> rungs = new ArrayList<>(before.rungs());
        rungs.add(1, new Rung(new RungId(Id.next()), 2, "Curious", "", Optional.empty()));
        versions.apply(ada, before.ladderId(), before.version(), new Shape(rungs, Map.of()), "");

        assertThat(ladder().rung(3).rungId()).isEqualTo(before.rung(2).rungId());
        assertThat(counted()).as("under the number that it had").contains(1L);
        later(Duration.ofMinutes(1));
        signs(1);
        assertThat(counted()).as("and under the one that it has").contains(2L);
        assertThat(listed()).containsExactlyInAnyOrder(people.get(0), people.get(1));
    }

    @Test
    void a_rung_that_goes_into_another_takes_the_campaign_along() {
        Ladder before = ladder();
        RungId gone = before.rung(2).rungId();
        RungId into = before.rung(3).rungId();
        versions.apply(
                ada, before.ladderId(), before.version(), Shape.of(before).without(gone, into), "");

        assertThat(campaigns.get(ora, campaign).terms().goalRung()).contains(into);
    }

    @Test
    void a_deed_takes_the_place_of_a_rung_and_a_rung_that_of_a_deed() {
        db.execute("update campaigns set state = 'DRAFT' where campaign_id = ?", campaign.value());
        campaigns.change(
                ora, campaign, CampaignDraft.of(campaigns.get(ora, campaign)).withGoal(Optional.of(ActionType.SIGNED)));
        assertThat(campaigns.get(ora, campaign).terms().goalRung()).isEmpty();

        goals.reach(ora, campaign, Optional.of(rung(4)));
        var now = campaigns.get(ora, campaign);
        assertThat(now.goal()).isEmpty();
        assertThat(now.terms().goalRung()).contains(rung(4));
        campaigns.change(ora, campaign, CampaignDraft.of(now).withName("Another name"));
        assertThat(campaigns.get(ora, campaign).terms().goalRung()).contains(rung(4));
        goals.reach(ora, campaign, Optional.empty());
        assertThat(campaigns.get(ora, campaign).aims()).isFalse();
    }

    @Test
    void neither_the_lowest_rung_nor_a_strangers_and_not_once_it_has_started() {
        assertThatThrownBy(() -> goals.reach(ora, campaign, Optional.of(rung(4))))
                .isInstanceOf(Problem.Conflict.class);
        db.execute("update campaigns set state = 'DRAFT' where campaign_id = ?", campaign.value());
        assertThatThrownBy(() -> goals.reach(ora, campaign, Optional.of(rung(1))))
                .isInstanceOf(Problem.Invalid.class);
        var there = NewOrganization.with(db);
        ladders.add(there.member(Role.ADMIN), "Skills", java.util.Locale.ENGLISH);
        var theirs = ladders.of(there.organizationId()).getFirst().rung(2).rungId();
        assertThatThrownBy(() -> goals.reach(ora, campaign, Optional.of(theirs)))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> goals.reach(there.member(Role.ORGANIZER), campaign, Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> goals.reach(tess, campaign, Optional.empty())).isInstanceOf(Problem.Refused.class);
    }
}
