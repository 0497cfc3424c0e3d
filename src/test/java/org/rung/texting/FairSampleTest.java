package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignLimits;
import org.rung.cast.AtOnce;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** A sample is drawn by lot, so that what comes back says something about everyone. */
class FairSampleTest extends TextingStory {
    @Autowired
    CampaignLimits limits;

    @Autowired
    QueueFronts fronts;

    private List<SupporterId> given(Actor.Member texter, CampaignId campaign) {
        return heldBy(texter, campaign).stream()
                .map(conversation -> now(conversation).supporter())
                .toList();
    }

    private CampaignId sampling(List<SupporterId> people, int size) {
        CampaignId campaign = campaign(people);
        limits.set(ora, campaign, Optional.of(size), Optional.empty());
        return campaign;
    }

    @Test
    void it_is_spread_over_all_of_the_campaigns_people_and_each_campaign_has_its_own() {
        var people = people(400);
        Set<Set<SupporterId>> samples = new HashSet<>();
        int[] quarters = new int[4];
        for (int i = 0; i < 3; i++) {
            CampaignId campaign = sampling(people, 60);
            assignments.handOut(ora, campaign, tess.memberId(), 60);
            var sample = given(tess, campaign);
            assertThat(sample).hasSize(60).doesNotHaveDuplicates();
            assertThat(people.subList(0, 60).containsAll(sample))
                    .as("not from the front of the queue")
                    .isFalse();
            for (var one : sample) quarters[people.indexOf(one) / 100]++;
            samples.add(Set.copyOf(sample));
        }
        assertThat(samples).as("another one each time").hasSize(3);
        // 45 each are to be expected of 180; less than 22 of a quarter happens once in a hundred thousand.
        for (int quarter : quarters) assertThat(quarter).isBetween(22, 70);
    }

    @Test
    void the_lot_falls_the_same_after_a_restart_and_goes_on_where_it_stopped() {
        var people = people(50);
        CampaignId campaign = sampling(people, 20);
        assignments.handOut(ora, campaign, tess.memberId(), 20);
        var drawn = Set.copyOf(given(tess, campaign));
        db.execute(
                "update conversations set member_id = null, assignment_id = null where campaign_id = ?",
                campaign.value());
        fronts.forgetAll();

        assignments.handOut(ora, campaign, tom.memberId(), 20);
        assertThat(Set.copyOf(given(tom, campaign))).isEqualTo(drawn);

        db.execute(
                "update conversations set member_id = null, assignment_id = null where campaign_id = ?",
                campaign.value());
        db.execute("delete from sample_places where campaign_id = ?", campaign.value());
        assignments.handOut(ora, campaign, tom.memberId(), 8);
        assignments.handOut(ora, campaign, tess.memberId(), 12);
        Set<SupporterId> again = new HashSet<>(given(tom, campaign));
        again.addAll(given(tess, campaign));
        assertThat(again).as("drawn anew, and in two parts, it is the same").isEqualTo(drawn);
    }

    @Test
    void no_texter_takes_more_than_their_part_at_once_and_all_of_it_is_taken() throws Exception {
        CampaignId campaign = sampling(people(60), 12);
        Callable<Integer> tesss = () -> assignments.pull(tess, campaign).firstTexts();
        Callable<Integer> toms = () -> assignments.pull(tom, campaign).firstTexts();
        Callable<Integer> oras = () -> assignments.pull(ora, campaign).firstTexts();
        assertThat(AtOnce.all(List.of(tesss, toms, oras))).containsExactly(4, 4, 4);
        assertThat(assignments.pull(tess, campaign).firstTexts()).isZero();

        List<SupporterId> all = new ArrayList<>(given(tess, campaign));
        all.addAll(given(tom, campaign));
        all.addAll(given(ora, campaign));
        assertThat(all).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void where_only_one_texter_comes_they_get_all_of_it_part_by_part() {
        CampaignId campaign = sampling(people(60), 12);
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(assignments.pull(tess, campaign).firstTexts());
            heldBy(tess, campaign).forEach(one -> send(tess, one));
        }
        assertThat(parts).containsExactly(4, 4, 4, 0);
    }

    @Test
    void whom_a_texter_knows_comes_no_sooner() {
        var people = people(80);
        CampaignId campaign = campaign(people);
        var known = people.subList(0, 30);
        db.execute(
                "update conversations set known_by_member_id = ? where campaign_id = ? and supporter_id <= ?",
                tess.memberId().value(),
                campaign.value(),
                Collections.max(known.stream().map(SupporterId::value).toList()));
        limits.set(ora, campaign, Optional.of(30), Optional.empty());
        assignments.pull(tess, campaign);

        assertThat(given(tess, campaign))
                .hasSize(10)
                .isNotEmpty()
                .satisfies(sample -> assertThat(known.containsAll(sample)).isFalse());
    }

    @Test
    void when_more_drop_out_than_were_drawn_others_are_drawn() {
        var people = people(230);
        CampaignId campaign = sampling(people, 3);
        assignments.handOut(ora, campaign, tess.memberId(), 3);
        assertThat(db.fetchSingle("select count(*) from sample_places where campaign_id = ?", campaign.value())
                        .get(0, int.class))
                .isEqualTo(200);
        db.execute(
                "update conversations c join sample_places s on s.conversation_id = c.conversation_id"
                        + " set c.state = 'CLOSED', c.closed_reason = 'OPTED_OUT' where c.campaign_id = ?",
                campaign.value());

        assertThat(assignments.handOut(ora, campaign, tom.memberId(), 3).firstTexts())
                .isEqualTo(3);
    }
}
