package org.rung.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.actions.Money;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class PledgesTest {
    private static final Money FIFTY = new Money(5_000, "USD");

    @Autowired
    Pledges pledges;

    @Autowired
    Gifts gifts;

    @Autowired
    Commitments commitments;

    @Autowired
    SupporterForms forms;

    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member cory;
    SupporterId ana;

    @BeforeEach
    void someone_who_pledges() {
        here = Founding.found(house, NewOrganization.with(db));
        cory = here.member(Role.COORDINATOR);
        ana = forms.add(cory, Drafts.of("Ana", "Lopez", Phones.fresh()));
    }

    @Test
    void a_pledge_is_kept_by_the_gift_with_which_they_add_up_to_it() {
        CommitmentId pledge = pledge();
        clock.tick(Duration.ofHours(1));
        give(2_000, "USD");
        assertThat(state(pledge)).isEqualTo(CommitmentState.PROMISED);
        assertThat(listed(PledgeList.OPEN)).extracting(PledgeRow::givenMinor).containsExactly(2_000L);
        give(900_000, "JPY");
        assertThat(state(pledge)).as("another currency").isEqualTo(CommitmentState.PROMISED);
        GiftId last = give(3_000, "USD");
        assertThat(state(pledge)).isEqualTo(CommitmentState.KEPT);
        assertThat(listed(PledgeList.KEPT)).hasSize(1);
        gifts.became(cory, last, new Back(EntryKind.FAILED, 3_000, clock.instant(), "", Optional.empty()));
        assertThat(state(pledge)).as("the check bounced").isEqualTo(CommitmentState.PROMISED);
    }

    @Test
    void what_its_day_passed_is_overdue() {
        pledges.promise(cory, ana, FIFTY, Optional.of(LocalDate.of(2026, 10, 14)), "", Optional.empty());
        assertThat(listed(PledgeList.OPEN)).hasSize(1);
        clock.tick(Duration.ofDays(2));
        assertThat(listed(PledgeList.OPEN)).isEmpty();
        assertThat(listed(PledgeList.OVERDUE)).hasSize(1);
        assertThat(pledges.totals(cory, PledgeList.OVERDUE)).containsEntry("USD", 5_000L);
    }

    @Test
    void who_pledges_has_pledged_until_they_are_released() {
        CommitmentId pledge = pledge();
        assertThat(pledged()).containsExactly(5_000L);
        commitments.settle(cory, pledge, CommitmentState.RELEASED);
        assertThat(pledged()).isEmpty();
        commitments.settle(cory, pledge, CommitmentState.KEPT);
        assertThat(pledged()).containsExactly(5_000L);
    }

    @Test
    void the_same_pledge_told_twice_is_one() {
        CommitmentId first = pledges.promise(cory, ana, FIFTY, Optional.empty(), "", Optional.of("once"));
        assertThat(pledges.promise(cory, ana, FIFTY, Optional.empty(), "", Optional.of("once")))
                .isEqualTo(first);
        assertThat(pledged()).containsExactly(5_000L);
    }

    @Test
    void an_organizer_writes_one_down_and_sees_no_amounts() {
        Actor.Member ora = here.member(Role.ORGANIZER);
        pledges.promise(ora, ana, FIFTY, Optional.empty(), "", Optional.empty());
        assertThatThrownBy(() -> pledges.page(ora, PledgeList.OPEN, Page.Wanted.first(5)))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> pledges.of(ora, ana)).isInstanceOf(Problem.Refused.class);
        Actor.Member stranger = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> pledges.promise(stranger, ana, FIFTY, Optional.empty(), "", Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() ->
                        pledges.promise(cory, ana, FIFTY, Optional.of(LocalDate.of(2026, 10, 1)), "", Optional.empty()))
                .isInstanceOf(Problem.Invalid.class);
    }

    private CommitmentId pledge() {
        return pledges.promise(cory, ana, FIFTY, Optional.empty(), "", Optional.empty());
    }

    private GiftId give(long minor, String currency) {
        return gifts.record(
                cory,
                new GiftDraft(
                        Optional.of(ana),
                        Giver.UNNAMED,
                        new Money(minor, currency),
                        GiftWay.CASH,
                        clock.instant(),
                        ""));
    }

    private CommitmentState state(CommitmentId pledge) {
        return commitments.get(cory, pledge).state();
    }

    private List<PledgeRow> listed(PledgeList list) {
        return pledges.page(cory, list, Page.Wanted.first(10)).rows();
    }

    private List<Long> pledged() {
        return db.fetch(
                        "select amount_minor from actions where organization_id = ? and type = 'PLEDGED'"
                                + " and voided_at is null",
                        here.organizationId().value())
                .getValues(0, Long.class);
    }
}
