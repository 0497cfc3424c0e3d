package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.LanguageCount;
import org.rung.campaigns.Reach;
import org.rung.cast.AtOnce;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.rung.texters.TermsOfTexters;
import org.springframework.beans.factory.annotation.Autowired;

/** Supporters go to a texter who writes their language, while one has room. */
@Tag("store")
class LanguagesTest extends TextingStory {
    @Autowired
    TermsOfTexters terms;

    @Autowired
    Reach reach;

    private final Set<SupporterId> spanish = new HashSet<>();

    /** The last of them speak Spanish. */
    private CampaignId campaign(int english, int speakers) {
        List<SupporterId> people = new ArrayList<>(people(english));
        List<SupporterId> others = people(speakers);
        others.forEach(one -> supporters.speaks(here.system(), one, "es"));
        spanish.addAll(others);
        people.addAll(others);
        return campaign(people);
    }

    private long spanishOf(Actor.Member texter, CampaignId campaign) {
        return desk.cards(texter, campaign, Set.of(), 1_000).stream()
                .filter(card -> spanish.contains(card.supporterId()))
                .count();
    }

    private void batchesOf(CampaignId campaign, int size) {
        db.execute("update campaigns set first_batch = ? where campaign_id = ?", size, campaign.value());
    }

    @Test
    void whoever_writes_it_gets_those_who_speak_it_first() {
        CampaignId campaign = campaign(10, 4);
        batchesOf(campaign, 6);
        terms.speaks(tess, tess.memberId(), Set.of("es"));

        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(6);
        assertThat(spanishOf(tess, campaign)).isEqualTo(4);
    }

    @Test
    void others_leave_them_while_one_who_writes_it_is_at_work_and_has_room() {
        CampaignId campaign = campaign(4, 8);
        batchesOf(campaign, 6);
        terms.speaks(tess, tess.memberId(), Set.of("es"));
        assignments.pull(tess, campaign);
        send(tess, heldBy(tess, campaign).getFirst());

        Batch toms = assignments.pull(tom, campaign);
        assertThat(toms.firstTexts()).isEqualTo(4);
        assertThat(toms.why()).contains(Batch.Short.OTHER_LANGUAGE);
        assertThat(spanishOf(tom, campaign)).isZero();

        later(Duration.ofHours(1));
        assertThat(assignments.pull(tom, campaign).firstTexts()).isEqualTo(2);
        assertThat(spanishOf(tom, campaign)).isEqualTo(2);
    }

    @Test
    void a_whole_batch_is_no_room() {
        CampaignId campaign = campaign(2, 10);
        batchesOf(campaign, 5);
        terms.speaks(tess, tess.memberId(), Set.of("es"));
        assignments.pull(tess, campaign);

        assertThat(assignments.pull(tom, campaign).firstTexts()).isEqualTo(5);
        assertThat(spanishOf(tom, campaign)).isEqualTo(3);
    }

    @Test
    void an_organizers_hand_gives_them_to_who_writes_it_first_too() {
        CampaignId campaign = campaign(10, 3);
        terms.speaks(ora, tess.memberId(), Set.of("es"));

        assertThat(assignments.handOut(ora, campaign, tess.memberId(), 5).firstTexts())
                .isEqualTo(5);
        assertThat(spanishOf(tess, campaign)).isEqualTo(3);
        assertThat(assignments.handOut(ora, campaign, tom.memberId(), 8).firstTexts())
                .isEqualTo(8);
    }

    @Test
    void two_who_write_it_and_ask_at_once_share_them_and_nobody_gets_one_twice() throws Exception {
        CampaignId campaign = campaign(10, 10);
        batchesOf(campaign, 10);
        terms.speaks(tess, tess.memberId(), Set.of("es"));
        terms.speaks(tom, tom.memberId(), Set.of("es"));
        Callable<Integer> tesss = () -> assignments.pull(tess, campaign).firstTexts();
        Callable<Integer> toms = () -> assignments.pull(tom, campaign).firstTexts();

        AtOnce.all(List.of(tesss, toms));
        Set<ConversationId> held = new HashSet<>(heldBy(tess, campaign));
        held.addAll(heldBy(tom, campaign));
        assertThat(held)
                .hasSize(heldBy(tess, campaign).size() + heldBy(tom, campaign).size());
        assertThat(spanishOf(tess, campaign) + spanishOf(tom, campaign)).isEqualTo(10);
    }

    @Test
    void before_a_start_one_sees_who_speaks_what_and_who_writes_it() {
        CampaignId campaign = campaign(3, 4);
        terms.speaks(tess, tess.memberId(), Set.of("es"));

        assertThat(reach.languages(ora, campaigns.get(ora, campaign))).containsExactly(new LanguageCount("es", 4, 1));
    }
}
