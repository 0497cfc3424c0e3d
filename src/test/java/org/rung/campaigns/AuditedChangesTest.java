package org.rung.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rung.cast.Screens.on;
import static org.rung.cast.Screens.words;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.AuditRow;
import org.rung.accounts.Changes;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.rung.cast.Screens;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.SupporterFilter;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.Ladders;
import org.rung.ladder.Shape;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The log says of a campaign, its sender and the ladder what stood before and after, in words that its reader knows. */
@RungTest
class AuditedChangesTest {
    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignLimits limits;

    @Autowired
    CampaignSchedule schedule;

    @Autowired
    CampaignGoals goals;

    @Autowired
    OneOfHousehold households;

    @Autowired
    Senders senders;

    @Autowired
    Ladders ladders;

    @Autowired
    LadderVersions versions;

    @Autowired
    Turfs turfs;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationContext house;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;
    Actor.Member ada;
    CampaignId campaign;

    @BeforeEach
    void a_draft() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        ada = here.member(Role.ADMIN);
        campaign = campaigns.make(
                ora,
                new CampaignDraft(
                        "Rent",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        LocalTime.of(9, 0),
                        LocalTime.of(20, 30),
                        50,
                        25,
                        60,
                        true));
    }

    private List<Changes.Change> latest(String verb) {
        return audit.page(ada, AuditFilter.ALL, Page.Wanted.first(20)).rows().stream()
                .filter(row -> row.verb().equals(verb))
                .findFirst()
                .flatMap(AuditRow::changes)
                .map(Changes::all)
                .orElse(List.of());
    }

    @Test
    void a_campaigns_hours_turf_sender_limits_times_and_goal() {
        var turf = turfs.cut(ora, "Eastside", SupporterFilter.EVERYONE);
        campaigns.change(
                ora,
                campaign,
                CampaignDraft.of(campaigns.get(ora, campaign))
                        .withHours(LocalTime.of(10, 0), LocalTime.of(19, 0))
                        .withTurf(Optional.of(turf)));
        assertThat(latest("campaign.changed"))
                .extracting(Changes.Change::field, Changes.Change::before, Changes.Change::after)
                .containsExactly(
                        tuple("turf", "", "Eastside"),
                        tuple("textingFrom", "09:00", "10:00"),
                        tuple("textingUntil", "20:30", "19:00"));

        var sender = senders.addSimulated(here.organizationId());
        campaigns.sendFrom(ora, campaign, Optional.of(sender));
        assertThat(latest("campaign.changed")).containsExactly(new Changes.Change("sender", "", "Simulator"));
        campaigns.capOpenReplies(ora, campaign, 12);
        assertThat(latest("campaign.changed")).containsExactly(new Changes.Change("openRepliesCap", "60", "12"));
        limits.set(ora, campaign, Optional.of(20), Optional.empty());
        assertThat(latest("campaign.limited")).containsExactly(new Changes.Change("sample", "", "20"));
        limits.aim(ora, campaign, Optional.of(40));
        assertThat(latest("campaign.limited")).containsExactly(new Changes.Change("goalNumber", "", "40"));
        households.set(ora, campaign, true);
        assertThat(latest("campaign.household-set"))
                .containsExactly(new Changes.Change("onePerHousehold", "false", "true"));
        var end = clock.instant().plus(Duration.ofDays(1));
        schedule.set(ora, campaign, Optional.empty(), Optional.of(end));
        assertThat(latest("campaign.scheduled")).containsExactly(new Changes.Change("endsAt", "", end.toString()));
        var rung = ladders.of(here.organizationId(), LadderKind.COMMITMENT).rung(4);
        goals.reach(ora, campaign, Optional.of(rung.rungId()));
        assertThat(latest("campaign.changed")).containsExactly(new Changes.Change("goalRung", "", rung.name()));
    }

    @Test
    void a_sender_that_pauses_runs_again_and_retires() {
        var sender = senders.add(
                ada,
                new SenderDraft(
                        "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef",
                        "the-token-of-the-sender",
                        "+1415555" + "%04d".formatted(Math.floorMod(Id.next(), 10_000)),
                        "The number",
                        false));
        senders.pause(ada, sender, "HAND");
        senders.pause(ada, sender, "HAND");
        assertThat(audit.page(ada, AuditFilter.ALL, Page.Wanted.first(20)).rows())
                .as("what pauses already is no news")
                .filteredOn(row -> row.verb().equals("sender.paused"))
                .hasSize(1);
        assertThat(latest("sender.paused"))
                .containsExactly(
                        new Changes.Change("state", "RUNNING", "PAUSED"),
                        new Changes.Change("pauseReason", "", "HAND"));
        senders.resume(ada, sender);
        assertThat(latest("sender.resumed"))
                .containsExactly(
                        new Changes.Change("state", "PAUSED", "RUNNING"),
                        new Changes.Change("pauseReason", "HAND", ""));
        senders.letProviderAnswerStop(ada, sender, true);
        assertThat(latest("sender.stop-answer-changed"))
                .containsExactly(new Changes.Change("providerAnswersStop", "false", "true"));
        senders.retire(ada, sender);
        assertThat(latest("sender.retired")).containsExactly(new Changes.Change("state", "RUNNING", "RETIRED"));
    }

    @Test
    void a_ladders_rungs_and_rules() {
        var before = ladders.of(here.organizationId(), LadderKind.COMMITMENT);
        var shape =
                Shape.of(before).without(before.rung(5).rungId(), before.rung(4).rungId());
        var rungs = new java.util.ArrayList<>(shape.rungs());
        rungs.set(1, rungs.get(1).reachedBy(Optional.empty(), false));
        versions.apply(ada, before.ladderId(), before.version(), shape.with(rungs), "");

        var changes = latest("ladder.changed");
        assertThat(changes)
                .extracting(Changes.Change::field)
                .containsExactly("rungs", before.rung(2).name(), before.rung(5).name());
        assertThat(changes.get(1).before())
                .as("a rule in plain words")
                .contains(" ")
                .doesNotContain("{");
        assertThat(changes.get(1).after()).isEmpty();
        assertThat(changes.get(2).after()).isEqualTo("→ " + before.rung(4).name());
    }

    @Test
    void its_reader_knows_the_words() {
        audit.add(ada, "supporters.exported", "organization", Optional.empty(), "1200 supporters");
        audit.add(ada, "action.voided", "supporter", Optional.empty(), "SIGNED · supporter 0QKDP6Y8R9T3V");
        audit.add(ada, "campaign.made", "campaign", Optional.empty(), "SIGNED 12 rows");
        var end = clock.instant().plus(Duration.ofDays(1));
        schedule.set(ora, campaign, Optional.empty(), Optional.of(end));
        households.set(ora, campaign, true);
        db.execute(
                "update accounts join members using (account_id) set language = 'es' where member_id = ?",
                ada.memberId().value());

        new Screens(house, db).as(ada, window -> {
            on(window, AccountsPaths.AUDIT);
            var said = words(window);
            assertThat(said)
                    .contains("1.200 personas")
                    .contains("Firmó · persona 0QKDP6Y8R9T3V")
                    .as("what somebody called their campaign stays as it is")
                    .contains("SIGNED 12 rows")
                    .contains("Sí")
                    .doesNotContain("1200 supporters")
                    .doesNotContain("onePerHousehold")
                    .doesNotContain("endsAt")
                    .doesNotContain(end.toString());
        });
    }

    @Test
    void nothing_is_said_where_nothing_changed_or_was_refused() {
        limits.aim(ora, campaign, Optional.empty());
        assertThat(latest("campaign.limited")).isEmpty();
        try {
            campaigns.capOpenReplies(ora, campaign, 0);
        } catch (Problem.Invalid refused) {
            assertThat(refused.field()).isEqualTo("openRepliesCap");
        }
        assertThat(latest("campaign.changed")).isEmpty();
    }
}
