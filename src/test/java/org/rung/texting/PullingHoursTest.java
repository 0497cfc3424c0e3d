package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;

/** A pull gives those whose own hours are open; the organization is in Oakland. */
class PullingHoursTest extends TextingStory {
    private static final Instant HALF_PAST_NINE_IN_NEW_YORK = Instant.parse("2026-10-13T13:30:00Z");
    private static final Instant NINE_IN_THE_EVENING_IN_NEW_YORK = Instant.parse("2026-10-14T01:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-10-13T10:00:00Z");
    private static final String NEW_YORK = "10001";
    private static final String OAKLAND = "94607";

    @Test
    void in_the_morning_only_those_are_pulled_whose_day_has_begun() {
        List<SupporterId> west = livingIn(OAKLAND, 3);
        List<SupporterId> east = livingIn(NEW_YORK, 3);
        CampaignId campaign = campaign(both(west, east));
        clock.set(HALF_PAST_NINE_IN_NEW_YORK);

        Batch batch = assignments.pull(tess, campaign);

        assertThat(batch).isEqualTo(new Batch(50, 3, 0, Optional.of(Batch.Short.OUTSIDE_HOURS)));
        assertThat(peopleOf(tess, campaign)).containsExactlyInAnyOrderElementsOf(east);
        clock.tick(Duration.ofHours(3));
        assertThat(assignments.pull(tom, campaign).firstTexts()).isEqualTo(3);
        assertThat(peopleOf(tom, campaign)).containsExactlyInAnyOrderElementsOf(west);
    }

    @Test
    void in_the_evening_only_those_are_pulled_whose_day_goes_on() {
        List<SupporterId> east = livingIn(NEW_YORK, 3);
        List<SupporterId> west = livingIn(OAKLAND, 2);
        CampaignId campaign = campaign(both(east, west));
        clock.set(NINE_IN_THE_EVENING_IN_NEW_YORK);

        assignments.pull(tess, campaign);

        assertThat(peopleOf(tess, campaign)).containsExactlyInAnyOrderElementsOf(west);
        // What is left sleeps: nothing is promised.
        assertThat(desk.work(tom, campaign).toGet()).isZero();
        assertThat(desk.work(tom, campaign).openNow()).isTrue();
    }

    @Test
    void where_everyone_sleeps_a_pull_is_refused_and_home_says_when_the_first_wake() {
        CampaignId campaign = campaign(both(livingIn(NEW_YORK, 2), livingIn(OAKLAND, 2)));
        clock.set(NIGHT);

        assertThat(assignments.pull(tess, campaign))
                .isEqualTo(new Batch(50, 0, 0, Optional.of(Batch.Short.OUTSIDE_HOURS)));
        var work = desk.work(tess, campaign);
        assertThat(work.openNow()).isFalse();
        assertThat(work.toGet()).isZero();
        assertThat(work.opens()).contains(Instant.parse("2026-10-13T13:00:00Z"));
    }

    @Test
    void home_counts_who_may_be_texted_now_and_says_when_the_last_of_them_may_not() {
        CampaignId campaign = campaign(both(livingIn(NEW_YORK, 2), livingIn(OAKLAND, 3)));

        clock.set(HALF_PAST_NINE_IN_NEW_YORK);
        assertThat(desk.work(tess, campaign).toGet()).isEqualTo(2);
        assertThat(desk.work(tess, campaign).closes()).contains(Instant.parse("2026-10-14T00:30:00Z"));

        clock.tick(Duration.ofHours(4));
        assertThat(desk.work(tess, campaign).toGet()).isEqualTo(5);
        assertThat(desk.work(tess, campaign).closes()).contains(Instant.parse("2026-10-14T03:30:00Z"));
    }

    @Test
    void an_organizer_hands_out_whatever_the_hour() {
        CampaignId campaign = campaign(both(livingIn(NEW_YORK, 2), livingIn(OAKLAND, 2)));
        clock.set(NIGHT);

        assertThat(assignments.handOut(ora, campaign, tess.memberId(), 4))
                .isEqualTo(new Batch(4, 4, 0, Optional.empty()));
    }

    @Test
    void whoever_comes_into_a_live_turf_later_has_hours_of_their_own_too() {
        livingIn(NEW_YORK, 1);
        CampaignId campaign = campaign(turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE));
        List<SupporterId> west = livingIn(OAKLAND, 2);
        work.topUp(ora, campaign);
        clock.set(NINE_IN_THE_EVENING_IN_NEW_YORK);

        assignments.pull(tess, campaign);

        assertThat(peopleOf(tess, campaign)).containsExactlyInAnyOrderElementsOf(west);
    }

    @Test
    void the_laws_of_a_state_count_and_a_zone_of_ones_own_goes_first() {
        // Florida closes at eight, half an hour before the campaign does.
        List<SupporterId> florida = livingIn("33101", 1);
        List<SupporterId> moved = livingIn(NEW_YORK, 1);
        db.execute(
                "update supporters set zone = 'America/Los_Angeles' where supporter_id = ?",
                moved.getFirst().value());
        List<SupporterId> east = livingIn(NEW_YORK, 1);
        CampaignId campaign = campaign(both(florida, both(moved, east)));

        clock.set(Instant.parse("2026-10-14T00:10:00Z"));
        assignments.pull(tess, campaign);
        assertThat(peopleOf(tess, campaign)).containsExactlyInAnyOrderElementsOf(both(moved, east));
    }

    @Test
    void of_campaigns_that_began_before_hours_were_worked_out_the_organizations_hours_decide() {
        CampaignId campaign = campaign(livingIn(NEW_YORK, 2));
        db.execute("update conversations set hours_number = null where campaign_id = ?", campaign.value());
        db.execute("delete from campaign_hours where campaign_id = ?", campaign.value());

        clock.set(HALF_PAST_NINE_IN_NEW_YORK);
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.OUTSIDE_HOURS);
        clock.set(NINE_IN_THE_EVENING_IN_NEW_YORK);
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(2);
    }

    private List<SupporterId> livingIn(String postalCode, int count) {
        List<SupporterId> people = people(count);
        db.execute(
                "update supporters set postal_code = ? where supporter_id in ("
                        + people.stream().map(one -> "" + one.value()).collect(Collectors.joining(",")) + ")",
                postalCode);
        return people;
    }

    private static List<SupporterId> both(List<SupporterId> some, List<SupporterId> others) {
        List<SupporterId> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private List<SupporterId> peopleOf(org.rung.common.Actor.Member texter, CampaignId campaign) {
        return heldBy(texter, campaign).stream()
                .map(one -> now(one).supporter())
                .toList();
    }
}
