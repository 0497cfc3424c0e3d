package org.rung.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Announcements;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Sentence;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.filters.SupporterFilter;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.scripts.Scripted;
import org.rung.scripts.Scripts;
import org.rung.senders.Senders;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign starts and ends at its time, once, and only if it still may. */
@RungTest
class ScheduledCampaignsTest {
    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignSchedule schedule;

    @Autowired
    CampaignCopies copies;

    @Autowired
    ScheduledCampaigns scheduled;

    @Autowired
    Scripts scripts;

    @Autowired
    Turfs turfs;

    @Autowired
    Senders senders;

    @Autowired
    SupporterForms people;

    @Autowired
    Consents consents;

    @Autowired
    Announcements announcements;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;
    CampaignId campaign;

    @BeforeEach
    void a_campaign_that_is_ready() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        senders.addSimulated(here.organizationId());
        var phone = Phones.fresh();
        people.add(ora, Drafts.of("Maya", "Okafor", phone));
        consents.record(here.system(), phone, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        campaign = campaigns.make(
                ora,
                CampaignsTest.TURNOUT
                        .withTurf(Optional.of(turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE)))
                        .withScript(Optional.of(scripts.write(ora, "Turnout", Scripted.good()))));
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private void starts(Instant at) {
        schedule.set(ora, campaign, Optional.of(at), Optional.empty());
    }

    private CampaignState state() {
        return campaigns.get(ora, campaign).state();
    }

    private List<String> told() {
        return db.fetch(
                        "select sentence from notices where organization_id = ? and kind = 'campaign-start' and settled_at is null",
                        here.organizationId().value())
                .map(row -> Sentence.said(row.get(0, String.class), Locale.ENGLISH));
    }

    @Test
    void it_starts_at_its_time_and_not_before() {
        starts(in(Duration.ofHours(2)));

        clock.tick(Duration.ofMinutes(119));
        scheduled.run();
        assertThat(state()).isEqualTo(CampaignState.DRAFT);
        clock.tick(Duration.ofMinutes(1));
        scheduled.run();

        var running = campaigns.get(ora, campaign);
        assertThat(running.state()).isEqualTo(CampaignState.RUNNING);
        assertThat(running.startedAt()).contains(clock.instant());
        assertThat(running.terms().startsAt()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void however_many_servers_look_at_once_it_starts_once_and_ends_once() throws Exception {
        schedule.set(ora, campaign, Optional.of(in(Duration.ofHours(1))), Optional.of(in(Duration.ofHours(2))));
        Callable<Integer> run = scheduled::run;

        clock.tick(Duration.ofHours(1));
        AtOnce.all(List.of(run, run, run, run));
        assertThat(state()).isEqualTo(CampaignState.RUNNING);
        assertThat(announcements.of(CampaignStarted.class).stream()
                        .filter(one -> one.campaignId().equals(campaign)))
                .hasSize(1);

        clock.tick(Duration.ofHours(1));
        AtOnce.all(List.of(run, run, run, run));
        assertThat(state()).isEqualTo(CampaignState.ENDED);
        assertThat(announcements.of(CampaignEnded.class).stream()
                        .filter(one -> one.campaignId().equals(campaign)))
                .hasSize(1);
    }

    @Test
    void what_is_missing_by_then_is_told_and_it_does_not_start_until_somebody_says_so() {
        starts(in(Duration.ofHours(1)));
        db.execute(
                "update senders set paused_at = '2026-01-01 00:00:00' where organization_id = ?",
                here.organizationId().value());

        clock.tick(Duration.ofHours(1));
        scheduled.run();
        scheduled.run();

        assertThat(state()).isEqualTo(CampaignState.DRAFT);
        assertThat(campaigns.get(ora, campaign).terms().startsAt()).isEmpty();
        assertThat(told())
                .containsExactly("“Turnout” did not start at its time. The number that it texts from is paused.");

        db.execute(
                "update senders set paused_at = null where organization_id = ?",
                here.organizationId().value());
        clock.tick(Duration.ofHours(1));
        scheduled.run();
        assertThat(state()).as("its time is over").isEqualTo(CampaignState.DRAFT);
        campaigns.start(ora, campaign);
        assertThat(told()).as("somebody saw to it").isEmpty();
    }

    @Test
    void a_new_time_is_as_good_as_seeing_to_it() {
        starts(in(Duration.ofHours(1)));
        campaigns.change(
                ora, campaign, CampaignDraft.of(campaigns.get(ora, campaign)).withTurf(Optional.empty()));
        clock.tick(Duration.ofHours(1));
        scheduled.run();
        assertThat(told()).containsExactly("“Turnout” did not start at its time. It has no turf.");

        starts(in(Duration.ofHours(1)));

        assertThat(told()).isEmpty();
    }

    @Test
    void a_time_that_was_taken_away_or_moved_starts_nothing() {
        starts(in(Duration.ofHours(1)));
        schedule.set(ora, campaign, Optional.empty(), Optional.empty());
        clock.tick(Duration.ofHours(3));
        scheduled.run();
        assertThat(state()).isEqualTo(CampaignState.DRAFT);
        assertThat(told()).isEmpty();
    }

    @Test
    void one_that_pauses_ends_at_its_time_too_and_the_end_may_move_while_it_runs() {
        schedule.set(ora, campaign, Optional.empty(), Optional.of(in(Duration.ofHours(2))));
        campaigns.start(ora, campaign);
        campaigns.pause(ora, campaign, "Lunch");
        schedule.set(ora, campaign, Optional.empty(), Optional.of(in(Duration.ofHours(4))));

        clock.tick(Duration.ofHours(3));
        scheduled.run();
        assertThat(state()).isEqualTo(CampaignState.PAUSED);
        clock.tick(Duration.ofHours(1));
        scheduled.run();
        assertThat(state()).isEqualTo(CampaignState.ENDED);
    }

    @Test
    void times_that_make_no_sense_are_refused_with_the_field_that_has_them() {
        assertThatThrownBy(() -> starts(clock.instant())).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> starts(in(Duration.ofDays(400)))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> schedule.set(
                        ora, campaign, Optional.of(in(Duration.ofHours(2))), Optional.of(in(Duration.ofHours(2)))))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("endsAt"));
        campaigns.start(ora, campaign);
        assertThatThrownBy(() -> starts(in(Duration.ofHours(1)))).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void only_who_runs_campaigns_of_this_organization_sets_its_times() {
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);
        for (var one : List.of(here.member(Role.TEXTER), here.member(Role.COORDINATOR))) {
            assertThatThrownBy(() -> schedule.set(one, campaign, Optional.empty(), Optional.empty()))
                    .isInstanceOf(Problem.Refused.class);
        }
        assertThatThrownBy(() -> schedule.set(stranger, campaign, Optional.empty(), Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_template_never_starts_neither_by_hand_nor_by_itself() {
        var template = copies.keep(ora, campaign, "Turnout, as always");

        assertThatThrownBy(() -> campaigns.start(ora, template)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> schedule.set(ora, template, Optional.of(in(Duration.ofHours(1))), Optional.empty()))
                .isInstanceOf(Problem.Conflict.class);
        db.execute("update campaigns set starts_at = '2026-01-01 00:00:00' where campaign_id = ?", template.value());
        scheduled.run();
        assertThat(campaigns.get(ora, template).state()).isEqualTo(CampaignState.DRAFT);
    }
}
