package org.rung.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.Campaigns;
import org.rung.cast.NewOrganization;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class ImpactsTest extends ImpactStory {
    @Autowired
    Campaigns campaigns;

    @Test
    void a_deed_belongs_to_the_week_in_which_it_is_by_the_organizations_clocks() {
        // Midnight between Sunday and Monday in Oakland.
        Instant border = Instant.parse("2026-10-12T07:00:00Z");
        did(tess, someone(), ActionType.REPLIED, border);
        did(tess, someone(), ActionType.REPLIED, border);
        did(tess, someone(), ActionType.REPLIED, border.minusMillis(1));
        did(tess, someone(), ActionType.ATTENDED, border.minus(Duration.ofDays(77)));
        did(tess, someone(), ActionType.ATTENDED, border.minus(Duration.ofDays(78)));

        Impact mine = impacts.mine(tess);

        assertThat(mine.weeks()).hasSize(Impacts.WEEKS).endsWith(LocalDate.of(2026, 10, 12));
        assertThat(mine.people().get(Deed.CONVERSATION)).endsWith(1, 2);
        assertThat(mine.sum(Deed.CONVERSATION)).isEqualTo(3);
        assertThat(mine.people().get(Deed.CAME)).startsWith(1, 0);
        assertThat(mine.sum(Deed.CAME)).as("older ones are over").isOne();
    }

    @Test
    void a_person_counts_once_a_week_and_what_was_voided_counts_nothing() {
        SupporterId maya = someone();
        ActionId first = did(tess, maya, ActionType.REPLIED, clock.instant().minusSeconds(60));
        did(tess, maya, ActionType.REPLIED, clock.instant());
        ActionId came = did(tess, maya, ActionType.ATTENDED, clock.instant());
        assertThat(impacts.mine(tess).sum(Deed.CONVERSATION)).isOne();

        actions.voidAction(ora, first, "Twice");
        assertThat(impacts.mine(tess).sum(Deed.CONVERSATION))
                .as("the other one stands")
                .isOne();
        actions.voidAction(ora, came, "Somebody else");
        assertThat(impacts.mine(tess).sum(Deed.CAME)).isZero();
    }

    @Test
    void a_promise_and_the_goal_of_its_campaign_are_one_yes_and_a_promise_taken_back_is_none() {
        long campaign = campaigns
                .make(
                        ora,
                        new CampaignDraft(
                                "Turnout",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(ActionType.RSVPED),
                                LocalTime.of(9, 0),
                                LocalTime.of(20, 0),
                                50,
                                25,
                                60,
                                true))
                .value();
        SupporterId both = someone();
        promised(tess, both, AskFamily.COME);
        did(tess, both, ActionType.RSVPED, clock.instant(), Optional.of(campaign));
        did(tess, someone(), ActionType.RSVPED, clock.instant(), Optional.of(campaign));
        did(tess, someone(), ActionType.SIGNED, clock.instant(), Optional.of(campaign));
        did(tess, someone(), ActionType.RSVPED, clock.instant());
        CommitmentId takenBack = promised(tess, someone(), AskFamily.COME);
        commitments.settle(ora, takenBack, CommitmentState.RELEASED);

        assertThat(impacts.mine(tess).sum(Deed.YES))
                .as("both of them, and one who did what the campaign is for")
                .isEqualTo(2);
    }

    @Test
    void a_promise_that_was_kept_and_the_coming_itself_are_one() {
        SupporterId maya = someone();
        CommitmentId promise = promised(tess, maya, AskFamily.COME);
        clock.tick(Duration.ofHours(1));
        did(tess, maya, ActionType.ATTENDED, clock.instant());
        settleUnlessKept(promise);
        // Whoever was checked in by a program that knows no texter came because of the promise.
        settleUnlessKept(promised(tess, someone(), AskFamily.SHIFT));
        settleUnlessKept(promised(tess, someone(), AskFamily.HOST));
        settleUnlessKept(promised(tess, someone(), AskFamily.GIVE));
        settleUnlessKept(promised(tess, someone(), AskFamily.SIGN));

        Impact mine = impacts.mine(tess);

        assertThat(List.of(mine.sum(Deed.CAME), mine.sum(Deed.HOSTED), mine.sum(Deed.GAVE)))
                .containsExactly(2, 1, 1);
        assertThat(mine.sum(Deed.YES)).isEqualTo(5);
    }

    @Test
    void what_others_moved_is_theirs_and_of_another_organization_nothing_shows() {
        did(tom, someone(), ActionType.REPLIED, clock.instant());
        promised(tom, someone(), AskFamily.COME);
        var elsewhere = NewOrganization.with(db).member(Role.TEXTER);

        assertThat(impacts.mine(tess).nothing()).isTrue();
        assertThat(impacts.mine(elsewhere).nothing()).isTrue();
        assertThat(impacts.mine(tom).sum(Deed.CONVERSATION)).isOne();
        assertThatThrownBy(() -> impacts.mine(here.member(Role.COORDINATOR))).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void who_rose_is_told_by_rung_for_this_week_and_for_all_twelve() {
        did(tess, someone(), ActionType.SIGNED, clock.instant());
        did(tess, someone(), ActionType.SIGNED, clock.instant());
        did(tess, someone(), ActionType.ATTENDED, clock.instant().minus(Duration.ofDays(20)));

        assertThat(impacts.lately(tess))
                .extracting(Rise::rung, Rise::people)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Endorsing", 2));
        assertThat(impacts.mine(tess).rises())
                .extracting(Rise::rung, Rise::people)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Endorsing", 2),
                        org.assertj.core.groups.Tuple.tuple("Attending", 1));
    }

    private void settleUnlessKept(CommitmentId promise) {
        commitments.settle(ora, promise, CommitmentState.KEPT);
    }
}
