package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.OneOfHousehold;
import org.rung.campaigns.Reach;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.people.Address;
import org.rung.people.Drafts;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.rung.turf.Acquainting;
import org.rung.turf.Holders;
import org.rung.turf.TurfHolders;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign hands the people of a turf to who has it, and texts one of a household where it is told to. */
class GivenTurfTest extends TextingStory {
    @Autowired
    TurfHolders holders;

    @Autowired
    Acquainting acquainting;

    @Autowired
    Relationships relationships;

    @Autowired
    OneOfHousehold households;

    @Autowired
    Reach reach;

    @Test
    void who_was_given_a_turf_gets_its_people_first_and_others_what_is_left() {
        var turf = turfs.list(ora, "Tom's block", people(6));
        holders.give(ora, turf, new Holders(Set.of(tom.memberId()), Set.of()));
        CampaignId campaign = campaign(turf);
        assertThat(preferred(campaign, tom)).isEqualTo(6);
        assignments.handOut(ora, campaign, tess.memberId(), 2);
        assertThat(heldBy(tess, campaign)).as("nobody waits in vain").hasSize(2);
    }

    @Test
    void parts_that_were_given_count_in_a_campaign_over_the_whole_and_acquaintances_come_before_them() {
        var everyone = people(10);
        var whole = turfs.list(ora, "Eastside", everyone);
        relationships.know(ora, everyone.getFirst(), RelationshipKind.FRIEND, 5, Visibility.SHARED);
        acquainting.divide(ora, whole, Set.of(tess.memberId(), tom.memberId()));
        CampaignId campaign = campaign(whole);
        assertThat(preferred(campaign, ora)).isOne();
        assertThat(preferred(campaign, tess) + preferred(campaign, tom)).isEqualTo(9);
        assertThat(preferred(campaign, tess)).isBetween(4, 5);
    }

    @Test
    void several_holders_share_the_people_between_them() {
        var turf = turfs.list(ora, "Ours", people(40));
        holders.give(ora, turf, new Holders(Set.of(tess.memberId(), tom.memberId()), Set.of()));
        CampaignId campaign = campaign(turf);
        assertThat(preferred(campaign, tess)).isBetween(8, 32);
        assertThat(preferred(campaign, tess) + preferred(campaign, tom)).isEqualTo(40);
    }

    @Test
    void one_of_a_household_is_texted_where_a_campaign_wants_it_so_and_nobody_of_it_later() {
        var together = people(List.of(
                at("Ana", "12 Main Street", Phones.fresh()),
                at("Ben", "12 Main Street", Phones.fresh()),
                at("Cam", "14 Main Street", Phones.fresh())));
        CampaignId all = campaign(together);
        assertThat(texted(all)).containsExactlyInAnyOrderElementsOf(together);

        CampaignId one = draftOf(all);
        assertThat(reach.textable(ora, campaigns.get(ora, one))).contains(3L);
        households.set(ora, one, true);
        assertThat(reach.textable(ora, campaigns.get(ora, one)))
                .as("the number that is shown is the number that is texted")
                .contains(2L);
        run(one, all);
        assertThat(texted(one)).containsExactly(together.get(0), together.get(2));
        work.topUp(ora, one);
        assertThat(texted(one)).as("topped up, Ben still waits").hasSize(2);
        assertThatThrownBy(() -> households.set(ora, one, false)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> households.set(tess, one, false)).isInstanceOf(Problem.Refused.class);
    }

    private CampaignId draftOf(CampaignId other) {
        var from = campaigns.get(ora, other);
        return campaigns.make(ora, CampaignDraft.of(from).withName("One each"));
    }

    private void run(CampaignId campaign, CampaignId like) {
        db.execute(
                "update campaigns c join campaigns l on l.campaign_id = ? set c.state = 'RUNNING', c.sender_id ="
                        + " l.sender_id, c.script_version_id = l.script_version_id where c.campaign_id = ?",
                like.value(),
                campaign.value());
        start(campaign);
    }

    private static SupporterDraft at(String name, String line, PhoneNumber phone) {
        return Drafts.at(name, "94612", new Address(line, Optional.empty()), phone);
    }

    private int preferred(CampaignId campaign, Actor.Member texter) {
        return db.fetchSingle(
                        "select count(*) from conversations where campaign_id = ? and known_by_member_id = ?",
                        campaign.value(),
                        texter.memberId().value())
                .get(0, int.class);
    }

    private List<SupporterId> texted(CampaignId campaign) {
        var ids = new ArrayList<SupporterId>();
        db.fetch("select supporter_id from conversations where campaign_id = ? order by supporter_id", campaign.value())
                .forEach(row -> ids.add(new SupporterId(row.get(0, Long.class))));
        return ids;
    }
}
