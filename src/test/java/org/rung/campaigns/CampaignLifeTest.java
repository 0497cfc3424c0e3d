package org.rung.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.filters.SupporterFilter;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.scripts.ScriptId;
import org.rung.scripts.Scripted;
import org.rung.scripts.Scripts;
import org.rung.scripts.TestTexts;
import org.rung.senders.Senders;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class CampaignLifeTest {
    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignTexters campaignTexters;

    @Autowired
    Reach reach;

    @Autowired
    Scripts scripts;

    @Autowired
    TestTexts tests;

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
    ScriptId script;

    @BeforeEach
    void a_campaign_that_is_ready() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        senders.addSimulated(here.organizationId());
        var phone = Phones.fresh();
        people.add(ora, Drafts.of("Maya", "Okafor", phone));
        consents.record(here.system(), phone, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        script = scripts.write(ora, "Turnout", Scripted.good());
        var turf = turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE);
        campaign = campaigns.make(
                ora, CampaignsTest.TURNOUT.withTurf(Optional.of(turf)).withScript(Optional.of(script)));
    }

    private CampaignState state() {
        return campaigns.get(ora, campaign).state();
    }

    private long started() {
        return announcements.of(CampaignStarted.class).stream()
                .filter(one -> one.campaignId().equals(campaign))
                .count();
    }

    @Test
    void what_is_ready_starts_and_keeps_the_script_as_it_was() {
        campaigns.start(ora, campaign);
        var running = campaigns.get(ora, campaign);
        assertThat(running.state()).isEqualTo(CampaignState.RUNNING);
        assertThat(running.startedAt()).contains(clock.instant());
        assertThat(running.sender()).isPresent();
        assertThat(started()).isEqualTo(1);

        scripts.change(ora, script, "Turnout", Scripted.saying("Changed"), 1);
        var kept = campaigns.get(ora, campaign).scriptVersion().orElseThrow();
        assertThat(scripts.version(ora.organization(), kept)).isEqualTo(Scripted.good());
    }

    @Test
    void of_two_who_press_start_at_once_one_starts_it() throws Exception {
        Callable<Boolean> start = () -> {
            try {
                campaigns.start(ora, campaign);
                return true;
            } catch (Problem.Conflict late) {
                return false;
            }
        };
        assertThat(AtOnce.all(List.of(start, start, start, start))).containsOnlyOnce(true);
        assertThat(started()).isEqualTo(1);
    }

    @Test
    void a_failed_check_refuses_the_start_and_names_itself() {
        for (var missing : Stream.of(
                        List.of("Hi, will you come? Reply STOP to end", "for whom"),
                        List.of("Hi from {organization.name}", "opt out"),
                        List.of("Hi {fristName} from {organization.name}. Reply STOP to end", "{fristName}"),
                        List.of("", "empty"))
                .toList()) {
            var number = scripts.get(ora, script).number();
            scripts.change(ora, script, "Turnout", Scripted.saying(missing.get(0)), number);
            assertThatThrownBy(() -> campaigns.start(ora, campaign))
                    .isInstanceOf(Problem.Invalid.class)
                    .hasMessageContaining(missing.get(1));
        }
        assertThat(state()).isEqualTo(CampaignState.DRAFT);
        assertThat(started()).isZero();

        scripts.change(
                ora,
                script,
                "Turnout",
                Scripted.good(),
                scripts.get(ora, script).number());
        campaigns.start(ora, campaign);
        assertThat(state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void nobody_to_text_nobody_to_send_and_no_number_refuse_the_start() {
        var draft = CampaignDraft.of(campaigns.get(ora, campaign));
        var nobody = turfs.cut(ora, "Nobody", new SupporterFilter("nobody of this name", List.of()));
        campaigns.change(ora, campaign, draft.withTurf(Optional.of(nobody)));
        refused("Nobody in the turf");
        campaigns.change(ora, campaign, draft.withTurf(Optional.empty()));
        refused("No turf");
        campaigns.change(ora, campaign, draft.withScript(Optional.empty()));
        refused("No script");
        campaigns.change(ora, campaign, draft.withSelfServe(false));
        refused("Nobody is there to text");
        campaignTexters.add(ora, campaign, List.of(here.member(Role.TEXTER).memberId()));
        db.execute(
                "update senders set paused_at = now() where organization_id = ?",
                here.organizationId().value());
        refused("paused");
        db.execute(
                "delete from senders where organization_id = ?",
                here.organizationId().value());
        refused("no number to text from");
        senders.addSimulated(here.organizationId());
        campaigns.start(ora, campaign);
    }

    private void refused(String why) {
        assertThatThrownBy(() -> campaigns.start(ora, campaign))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(why);
    }

    @Test
    void it_pauses_with_a_reason_runs_on_and_ends_for_good() {
        campaigns.start(ora, campaign);
        campaigns.pause(ora, campaign, " Too many replies ");
        assertThat(campaigns.get(ora, campaign).pauseReason()).contains("Too many replies");
        campaigns.pause(ora, campaign, "again");
        assertThat(campaigns.get(ora, campaign).pauseReason()).contains("Too many replies");
        campaigns.start(ora, campaign);
        assertThat(state()).isEqualTo(CampaignState.RUNNING);
        assertThat(campaigns.get(ora, campaign).pauseReason()).isEmpty();
        assertThat(started()).as("going on is no second start").isEqualTo(1);

        campaigns.end(ora, campaign);
        campaigns.end(ora, campaign);
        assertThat(state()).isEqualTo(CampaignState.ENDED);
        assertThat(announcements.of(CampaignEnded.class))
                .filteredOn(one -> one.campaignId().equals(campaign))
                .hasSize(1);
        assertThat(announcements.of(CampaignPaused.class))
                .filteredOn(one -> one.campaignId().equals(campaign))
                .hasSize(1);
        assertThatThrownBy(() -> campaigns.start(ora, campaign)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> campaigns.pause(ora, campaign, "")).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> campaigns.change(ora, campaign, CampaignsTest.TURNOUT))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> campaignTexters.add(ora, campaign, List.of(ora.memberId())))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_draft_neither_pauses_nor_ends() {
        assertThatThrownBy(() -> campaigns.pause(ora, campaign, "")).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> campaigns.end(ora, campaign)).isInstanceOf(Problem.Conflict.class);
        assertThat(state()).isEqualTo(CampaignState.DRAFT);
    }

    @Test
    void while_it_runs_only_name_hours_batches_and_texters_change() {
        campaigns.start(ora, campaign);
        var draft = CampaignDraft.of(campaigns.get(ora, campaign));
        campaigns.change(
                ora, campaign, draft.withName("Strike").withBatches(10, 10, 30).withSelfServe(false));
        assertThat(campaigns.get(ora, campaign).name()).isEqualTo("Strike");
        for (var frozen : List.of(
                draft.withTurf(Optional.empty()), draft.withScript(Optional.empty()), draft.withGoal(Optional.empty())))
            assertThatThrownBy(() -> campaigns.change(ora, campaign, frozen)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_texter_sees_the_campaigns_that_they_joined_while_these_go_on() {
        var tess = here.member(Role.TEXTER);
        campaignTexters.add(ora, campaign, List.of(tess.memberId()));
        assertThat(campaignTexters.joinedBy(here.organizationId(), tess.memberId()))
                .isEmpty();
        campaigns.start(ora, campaign);
        assertThat(campaignTexters.joinedBy(here.organizationId(), tess.memberId()))
                .extracting(Campaign::campaignId)
                .containsExactly(campaign);
        campaigns.pause(ora, campaign, "");
        assertThat(campaignTexters.joinedBy(here.organizationId(), tess.memberId()))
                .hasSize(1);
        campaigns.end(ora, campaign);
        assertThat(campaignTexters.joinedBy(here.organizationId(), tess.memberId()))
                .isEmpty();
        assertThat(campaignTexters.joinedBy(NewOrganization.with(db).organizationId(), tess.memberId()))
                .isEmpty();
    }

    @Test
    void the_preview_goes_through_the_turf_one_after_the_other() {
        var maya = reach.some(ora, campaign, Optional.empty(), 5);
        assertThat(maya).extracting(one -> one.firstName()).containsExactly("Maya");
        assertThat(reach.some(ora, campaign, Optional.of(maya.getFirst().supporterId()), 1))
                .isEmpty();
        assertThat(reach.some(NewOrganization.with(db).member(Role.ADMIN), campaign, Optional.empty(), 5))
                .isEmpty();
    }

    /** The member proves that this number is theirs. */
    private PhoneNumber proves(Actor.Member member) {
        var phone = Phones.fresh();
        db.execute(
                "update accounts a join members m on m.account_id = a.account_id set a.mobile_phone = ?,"
                        + " a.mobile_verified_at = ? where m.member_id = ?",
                phone.text(),
                java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                member.memberId().value());
        return phone;
    }

    @Test
    void a_test_text_leaves_to_ones_own_number_and_makes_nobody_and_no_consent() {
        var phone = proves(ora);
        var text = tests.send(ora, "Hi Maya, will you come?", List.of());
        assertThat(text.purpose()).isEqualTo(Purpose.TEST);
        assertThat(text.state()).isEqualTo(MessageState.QUEUED);
        assertThat(text.phone()).isEqualTo(phone);
        assertThat(consents.of(here.organizationId(), phone)).isEmpty();
        assertThat(db.fetchSingle("select count(*) from supporter_phones where phone = ?", phone.text())
                        .get(0, int.class))
                .isZero();
    }

    @Test
    void a_test_goes_to_no_number_that_was_not_proved() {
        assertThat(tests.number(ora)).isEmpty();
        assertThatThrownBy(() -> tests.send(ora, "Hi", List.of())).isInstanceOf(Problem.Refused.class);
        var tess = here.member(Role.TEXTER);
        proves(tess);
        assertThatThrownBy(() -> tests.send(tess, "Hi", List.of())).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_member_may_test_ten_texts_a_minute() {
        proves(ora);
        for (int i = 0; i < 10; i++) tests.send(ora, "Hi", List.of());
        assertThatThrownBy(() -> tests.send(ora, "Hi", List.of())).isInstanceOf(Problem.Refused.class);
        clock.tick(Duration.ofSeconds(61));
        tests.send(ora, "Hi", List.of());
    }

    @Test
    void a_test_opts_nobody_in_again_who_said_stop() {
        var phone = proves(ora);
        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        assertThatThrownBy(() -> tests.send(ora, "Hi", List.of()))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("START");
        assertThat(consents.of(here.organizationId(), phone).orElseThrow().consent())
                .isEqualTo(ConsentKind.OPTED_OUT);
    }

    @Test
    void a_test_does_not_claim_a_number_that_was_told_to_be_anothers() {
        var phone = proves(ora);
        consents.record(here.system(), phone, ConsentKind.WRONG_NUMBER, ConsentSource.TEXTER, "", clock.instant());
        assertThatThrownBy(() -> tests.send(ora, "Hi", List.of()))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("not the right one");
    }

    @Test
    void what_starts_is_the_very_script_that_was_checked_whatever_is_written_meanwhile() throws Exception {
        var writing = new AtomicBoolean(true);
        Callable<Boolean> writer = () -> {
            for (boolean good = false; writing.get(); good = !good) {
                var tree = good ? Scripted.good() : Scripted.saying("");
                scripts.change(
                        ora, script, "Turnout", tree, scripts.get(ora, script).number());
            }
            return true;
        };
        Callable<Boolean> starter = () -> {
            try {
                for (int i = 0; i < 60; i++) {
                    var draft = CampaignDraft.of(campaigns.get(ora, campaign));
                    var one = campaigns.make(ora, draft);
                    try {
                        campaigns.start(ora, one);
                    } catch (Problem.Invalid notReady) {
                        continue;
                    }
                    var started = campaigns.get(ora, one).scriptVersion().orElseThrow();
                    if (!scripts.version(ora.organization(), started).equals(Scripted.good())) return false;
                }
                return true;
            } finally {
                writing.set(false);
            }
        };
        assertThat(AtOnce.all(List.of(writer, starter))).containsExactly(true, true);
    }
}
