package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignLimits;
import org.rung.campaigns.CampaignState;
import org.rung.cast.AtOnce;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Sentence;
import org.springframework.beans.factory.annotation.Autowired;

/** A day's cap, a sample first, and first texts that somebody looks at. */
class AllowancesTest extends TextingStory {
    @Autowired
    CampaignLimits limits;

    @Autowired
    Samples samples;

    @Autowired
    Reviews reviews;

    private void limit(CampaignId campaign, Integer sample, Integer dayCap) {
        limits.set(ora, campaign, Optional.ofNullable(sample), Optional.ofNullable(dayCap));
    }

    private void sendAll(Actor.Member texter, CampaignId campaign) {
        heldBy(texter, campaign).forEach(one -> send(texter, one));
    }

    private void left(CampaignId campaign) {
        db.execute(
                "update messages set state = 'SENT', sent_at = happened_at where occasion_id = ? and state in ('HELD', 'QUEUED')",
                campaign.value());
    }

    @Test
    void a_texter_takes_so_many_in_a_day_and_on_the_next_day_again() {
        CampaignId campaign = campaign(people(30));
        limit(campaign, null, 5);

        assertThat(assignments.pull(tess, campaign)).isEqualTo(new Batch(50, 5, 0, Optional.of(Batch.Short.DAY_DONE)));
        sendAll(tess, campaign);
        assertThat(assignments.pull(tess, campaign)).isEqualTo(new Batch(50, 0, 0, Optional.of(Batch.Short.DAY_DONE)));
        assertThat(assignments.pull(tom, campaign).firstTexts()).isEqualTo(5);

        later(Duration.ofDays(1));
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(5);
    }

    @Test
    void what_an_organizer_hands_out_is_not_held_up_by_the_day_but_counts() {
        CampaignId campaign = campaign(people(30));
        limit(campaign, null, 5);

        assertThat(assignments.handOut(ora, campaign, tess.memberId(), 8).firstTexts())
                .isEqualTo(8);
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.DAY_DONE);
    }

    @Test
    void asking_in_several_windows_at_once_takes_no_more_than_the_cap() throws Exception {
        CampaignId campaign = campaign(people(60));
        limit(campaign, null, 7);
        Callable<Integer> pull = () -> assignments.pull(tess, campaign).firstTexts();

        assertThat(AtOnce.all(List.of(pull, pull, pull, pull)).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(7);
    }

    @Test
    void a_sample_is_all_that_texters_get_however_many_ask_at_once() throws Exception {
        CampaignId campaign = campaign(people(60));
        limit(campaign, 9, null);
        Callable<Integer> tesss = () -> assignments.pull(tess, campaign).firstTexts();
        Callable<Integer> toms = () -> assignments.pull(tom, campaign).firstTexts();

        Callable<Integer> oras = () -> assignments.pull(ora, campaign).firstTexts();

        assertThat(AtOnce.all(List.of(tesss, toms, tesss, toms, oras)).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(9);
        sendAll(tess, campaign);
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.SAMPLE);
        assertThat(assignments.handOut(ora, campaign, tess.memberId(), 20))
                .isEqualTo(new Batch(20, 0, 0, Optional.of(Batch.Short.SAMPLE)));
    }

    @Test
    void once_the_sample_has_left_the_campaign_pauses_and_goes_on_when_somebody_says_so() {
        CampaignId campaign = campaign(people(10));
        limit(campaign, 3, null);
        for (int part = 0; part < 3; part++) {
            assignments.pull(tess, campaign);
            sendAll(tess, campaign);
        }

        samples.run();
        assertThat(campaigns.get(ora, campaign).state())
                .as("they have not left")
                .isEqualTo(CampaignState.RUNNING);
        left(campaign);
        samples.run();

        var paused = campaigns.get(ora, campaign);
        assertThat(paused.state()).isEqualTo(CampaignState.PAUSED);
        assertThat(Sentence.said(paused.pauseReason().orElseThrow(), Locale.ENGLISH))
                .isEqualTo("The first 3 people have been texted. An organizer looks at what comes back.");
        assertThat(db.fetchSingle(
                                "select count(*) from notices where organization_id = ? and kind = 'campaign-sample' and settled_at is null",
                                here.organizationId().value())
                        .get(0, int.class))
                .isOne();
        assertThatThrownBy(() -> limit(campaign, 8, null)).isInstanceOf(Problem.Conflict.class);

        campaigns.start(ora, campaign);
        samples.run();
        assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(7);
        assertThat(db.fetchSingle(
                                "select count(*) from notices where organization_id = ? and kind = 'campaign-sample' and settled_at is null",
                                here.organizationId().value())
                        .get(0, int.class))
                .isZero();
    }

    @Test
    void of_two_servers_one_pauses_it() throws Exception {
        CampaignId campaign = campaign(people(2));
        limit(campaign, 1, null);
        assignments.pull(tess, campaign);
        sendAll(tess, campaign);
        left(campaign);
        Callable<Boolean> done = () -> limits.sampleDone(new Actor.System(here.organizationId()), campaign);

        assertThat(AtOnce.all(List.of(done, done, done))).containsOnlyOnce(true);
    }

    @Test
    void who_is_skipped_is_not_texted_and_another_takes_their_place() {
        CampaignId campaign = campaign(people(10));
        limit(campaign, 2, null);
        assignments.pull(tess, campaign);
        skips.skip(tess, heldBy(tess, campaign).getFirst(), Skip.of(SkipReason.KNOWN));

        assertThat(assignments.pull(tess, campaign).firstTexts()).isOne();
    }

    @Test
    void somebody_new_waits_after_their_first_texts_until_an_organizer_has_looked() {
        var ada = here.member(Role.ADMIN);
        reviews.rule(ada, Optional.of(2));
        CampaignId campaign = campaign(people(10));

        assertThat(assignments.pull(tess, campaign)).isEqualTo(new Batch(50, 2, 0, Optional.of(Batch.Short.REVIEW)));
        assertThat(reviews.waits(tess)).isFalse();
        sendAll(tess, campaign);
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.REVIEW);
        assertThat(reviews.waits(tess)).isTrue();
        assertThat(reviews.waiting(ora, campaign)).containsExactly(tess.memberId());
        assertThat(reviews.firstTexts(ora, tess.memberId()))
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.words()).contains("will you come?"));

        assertThatThrownBy(() -> reviews.free(tess, tess.memberId())).isInstanceOf(Problem.Refused.class);
        reviews.free(ora, tess.memberId());

        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(8);
        assertThat(reviews.waiting(ora, campaign)).isEmpty();
    }

    @Test
    void replies_are_theirs_to_take_while_they_wait() {
        reviews.rule(here.member(Role.ADMIN), Optional.of(1));
        CampaignId campaign = campaign(people(3));
        assignments.pull(tess, campaign);
        var one = heldBy(tess, campaign).getFirst();
        send(tess, one);
        left(campaign);
        hears(one, "Where?");
        assignments.leave(tess, true);

        assertThat(assignments.pull(tess, campaign)).isEqualTo(new Batch(50, 0, 1, Optional.of(Batch.Short.REVIEW)));
    }

    @Test
    void a_new_rule_holds_up_nobody_who_has_texted_before_and_an_organizer_may_not_make_one() {
        CampaignId campaign = campaign(people(6));
        assignments.handOut(ora, campaign, tess.memberId(), 2);
        sendAll(tess, campaign);

        assertThatThrownBy(() -> reviews.rule(ora, Optional.of(1))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> reviews.rule(here.member(Role.ADMIN), Optional.of(0)))
                .isInstanceOf(Problem.Invalid.class);
        reviews.rule(here.member(Role.ADMIN), Optional.of(1));

        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(4);
    }

    @Test
    void only_where_there_is_a_bound_does_a_pull_ask_for_it() {
        int plain = statements(campaign(people(3)));

        assertThat(statements(campaign(people(3)))).isEqualTo(plain);
        CampaignId capped = campaign(people(3));
        limit(capped, null, 500);
        assertThat(statements(capped)).isEqualTo(plain + 2);
        CampaignId sampled = campaign(people(3));
        limit(sampled, 500, null);
        // Three to draw its people by lot, the first time.
        assertThat(statements(sampled)).isEqualTo(plain + 6);
    }

    /** Of one connection, which a transaction holds. */
    private int statements(CampaignId campaign) {
        return Objects.requireNonNull(transaction.execute(status -> {
            int before = questions();
            assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(3);
            return questions() - before - 1;
        }));
    }

    private int questions() {
        return Integer.parseInt(
                db.fetchSingle("show session status like 'Questions'").get(1, String.class));
    }
}
