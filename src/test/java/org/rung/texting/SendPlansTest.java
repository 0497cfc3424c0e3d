package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignsPaths;
import org.rung.campaigns.Planning;
import org.rung.campaigns.SendPlan;
import org.rung.campaigns.SendPlan.Cap;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.media.Drawn;
import org.rung.media.Pictures;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.senders.CarrierClass;
import org.rung.senders.Pacing;
import org.rung.senders.Registration;
import org.rung.senders.SegmentPrice;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an organizer is told before a campaign starts. */
class SendPlansTest extends TextingStory {
    @Autowired
    Planning planning;

    @Autowired
    Senders senders;

    @Autowired
    Pictures pictures;

    @Autowired
    ApplicationContext house;

    Actor.Member admin() {
        return here.member(Role.ADMIN);
    }

    @Test
    void texts_segments_and_cost_are_those_of_the_people_who_may_be_texted() {
        List<SupporterId> people = new ArrayList<>(people(20));
        people.addAll(
                supporters
                        .upsert(ora, List.of(SupporterDraft.of("Not", "Asked", Phones.fresh())), Optional.empty())
                        .stream()
                        .map(one -> one.supporterId())
                        .toList());
        CampaignId campaign = campaign(people);
        assertThat(planning.plan(ora, campaign).cost()).isEmpty();

        senders.price(admin(), new SegmentPrice(8_000, "USD"));
        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.texts()).isEqualTo(20);
        assertThat(plan.segments()).isEqualTo(20);
        assertThat(plan.sampled()).isPositive();
        assertThat(plan.cost().orElseThrow()).isEqualByComparingTo(new BigDecimal("0.16"));
        assertThat(plan.texterHours()).isCloseTo(20 / 900.0 + 2 / 90.0, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void what_leaves_with_a_picture_counts_once_and_has_its_own_price() {
        CampaignId campaign = campaign(people(20));
        var script = campaigns.get(ora, campaign).script().orElseThrow();
        var before = scripts.get(ora, script);
        var flyer = pictures.offer(ora, "flyer.jpg", Drawn.picture("jpeg", 30, 20, 8))
                .attachmentId();
        scripts.change(
                ora,
                script,
                before.name(),
                before.tree().saying("Come along ".repeat(40)).with(Optional.of(flyer)),
                before.number());
        senders.price(admin(), new SegmentPrice(8_000, "USD"));

        SendPlan unpriced = planning.plan(ora, campaign);
        assertThat(unpriced.pictures()).isTrue();
        assertThat(unpriced.segments()).isEqualTo(20);
        assertThat(unpriced.cost()).isEmpty();

        senders.price(admin(), new SegmentPrice(8_000, "USD", Optional.of(30_000)));
        assertThat(planning.plan(ora, campaign).cost().orElseThrow()).isEqualByComparingTo(new BigDecimal("0.60"));
    }

    @Test
    void a_slow_number_binds_and_says_how_long_it_takes() {
        CampaignId campaign = campaign(people(90));
        paced(1, Optional.empty());

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.cap()).isEqualTo(Cap.SENDER);
        assertThat(plan.segmentsAMinute()).isEqualTo(1);
        assertThat(Duration.between(clock.instant(), plan.finish().orElseThrow()))
                .isBetween(Duration.ofMinutes(89), Duration.ofMinutes(91));
    }

    @Test
    void the_carriers_class_binds_where_it_is_lower_than_the_number() {
        // 75 a minute: less than what three texters type, as a text of theirs takes four seconds.
        CampaignId campaign = campaign(people(90));
        for (int i = 0; i < 3; i++) {
            texter(campaign);
        }
        paced(6_000, Optional.of(new Registration("Neighbors", "CTEST01", CarrierClass.T)));
        db.execute("update campaigns set sender_id = null where campaign_id = ?", campaign.value());
        // As if there were a hundred times as many.
        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.segmentsAMinute()).isEqualTo(75);
    }

    @Test
    void texters_bind_where_the_numbers_are_fast() {
        CampaignId campaign = campaign(people(900));
        db.execute(
                "delete from campaign_texters where campaign_id = ? and member_id <> ?",
                campaign.value(),
                tess.memberId().value());

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.cap()).isEqualTo(Cap.TEXTERS);
        assertThat(Duration.between(clock.instant(), plan.finish().orElseThrow()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void people_whose_day_has_not_begun_make_the_hours_bind() {
        List<SupporterId> people = people(10);
        db.execute(
                "update supporters set zone = 'Pacific/Honolulu' where organization_id = ?",
                here.organizationId().value());
        CampaignId campaign = campaign(people);

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.cap()).isEqualTo(Cap.HOURS);
        // Nine in Honolulu.
        assertThat(plan.finish().orElseThrow())
                .isBetween(Instant.parse("2026-10-13T19:00:00Z"), Instant.parse("2026-10-13T19:06:00Z"));
    }

    @Test
    void more_people_than_places_are_counted() {
        CampaignId campaign = campaign(people(30));
        paced(6_000, Optional.empty());
        for (int i = 0; i < 185; i++) {
            db.execute(
                    "insert into threads (thread_id, organization_id, phone, sender_id, created_at) values (?, ?, ?, ?, ?)",
                    Id.next(),
                    here.organizationId().value(),
                    Phones.fresh().text(),
                    sender.value(),
                    "2026-10-01 12:00:00");
        }

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.newPeople()).isEqualTo(30);
        assertThat(plan.placesMissing()).isEqualTo(15);
    }

    @Test
    void on_a_sunday_nobody_in_texas_is_reckoned_with_before_noon_there() {
        CampaignId campaign = campaign(people(3));
        db.execute(
                "update supporters set country = 'US', postal_code = '75201' where organization_id = ?",
                here.organizationId().value());
        // Ten in the morning in Dallas.
        clock.set(Instant.parse("2026-10-18T15:00:00Z"));

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.cap()).isEqualTo(Cap.HOURS);
        assertThat(plan.finish().orElseThrow())
                .isBetween(Instant.parse("2026-10-18T17:00:00Z"), Instant.parse("2026-10-18T17:06:00Z"));
    }

    @Test
    void the_organizations_own_hours_hold_where_they_are_narrower_than_the_campaigns() {
        CampaignId campaign = campaign(people(3));
        db.execute(
                "update supporters set zone = 'America/Chicago' where organization_id = ?",
                here.organizationId().value());
        db.execute(
                "update organizations set texting_from = '15:00:00' where organization_id = ?",
                here.organizationId().value());

        // It is noon in Chicago; the campaign's hours began at nine.
        assertThat(planning.plan(ora, campaign).finish().orElseThrow())
                .isBetween(Instant.parse("2026-10-13T20:00:00Z"), Instant.parse("2026-10-13T20:06:00Z"));
    }

    @Test
    void people_whose_number_pauses_are_a_group_of_their_own_and_hold_nobody_else_up() {
        CampaignId campaign = campaign(people(12));
        paced(1, Optional.empty());
        SenderId old = second("Old line");
        threads(campaign, 5, old);
        senders.pause(admin(), old, "HAND");

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.paused()).containsExactly(new SendPlan.Paused("Old line", 5));
        assertThat(plan.texts()).isEqualTo(12);
        assertThat(plan.newPeople()).isEqualTo(7);
        assertThat(Duration.between(clock.instant(), plan.finish().orElseThrow()))
                .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(8));

        senders.resume(admin(), old);
        assertThat(planning.plan(ora, campaign).paused()).isEmpty();
    }

    @Test
    void where_every_number_pauses_there_is_no_finish_and_it_says_so() {
        CampaignId campaign = campaign(people(4));
        senders.pause(admin(), sender, "HAND");

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.cap()).isEqualTo(Cap.NO_SENDER);
        assertThat(plan.finish()).isEmpty();
        assertThat(plan.paused())
                .singleElement()
                .satisfies(paused -> assertThat(paused.people()).isEqualTo(4));
    }

    @Test
    void what_another_campaign_has_queued_by_the_same_number_leaves_first() {
        CampaignId other = campaign(people(40));
        assignments.pull(tess, other);
        heldBy(tess, other).forEach(conversation -> send(tess, conversation));
        CampaignId campaign = campaign(people(90));
        paced(1, Optional.empty());

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.ahead()).isEqualTo(40);
        assertThat(plan.cap()).isEqualTo(Cap.SENDER);
        assertThat(Duration.between(clock.instant(), plan.finish().orElseThrow()))
                .isBetween(Duration.ofMinutes(128), Duration.ofMinutes(132));
    }

    @Test
    void what_waits_for_a_registrations_other_number_takes_of_the_cap_that_both_share() {
        CampaignId other = campaign(people(40));
        assignments.pull(tess, other);
        heldBy(tess, other).forEach(conversation -> send(tess, conversation));
        CampaignId campaign = campaign(people(750));
        var registration = Optional.of(new Registration("Neighbors", "CTEST02", CarrierClass.T));
        paced(6_000, registration);
        SenderId fresh = second("New line");
        senders.pace(
                admin(), fresh, new Pacing(SenderKind.LONG_CODE, Optional.of(6_000), 1, "US", "628", registration));
        db.execute("update campaigns set sender_id = ? where campaign_id = ?", fresh.value(), campaign.value());
        db.execute(
                "update messages set segments = 75 where organization_id = ?",
                here.organizationId().value());

        // Forty minutes of the other's texts, then ten of these.
        assertThat(Duration.between(
                        clock.instant(), planning.plan(ora, campaign).finish().orElseThrow()))
                .isBetween(Duration.ofMinutes(48), Duration.ofMinutes(52));
    }

    @Test
    void who_was_texted_lately_waits_and_who_was_texted_too_often_gets_none() {
        List<SupporterId> people = people(6);
        for (int nth = 0; nth < 6; nth++) {
            texted(people.subList(0, 1));
            clock.tick(Duration.ofDays(2));
        }
        texted(people.subList(1, 3));
        CampaignId campaign = campaign(people);

        SendPlan plan = planning.plan(ora, campaign);

        assertThat(plan.later()).isEqualTo(2);
        assertThat(plan.tooOften()).isEqualTo(1);
        assertThat(plan.texts()).isEqualTo(5);
        db.execute(
                "update campaigns set over_limit_reason = 'The vote is tonight' where campaign_id = ?",
                campaign.value());
        SendPlan over = planning.plan(ora, campaign);
        assertThat(over.texts()).isEqualTo(6);
        assertThat(over.later() + over.tooOften()).isZero();
    }

    @Test
    void where_everyone_was_texted_lately_the_contact_rule_is_what_decides() {
        List<SupporterId> people = people(2);
        texted(people);

        SendPlan plan = planning.plan(ora, campaign(people));

        assertThat(plan.cap()).isEqualTo(Cap.CONTACT_RULE);
        assertThat(plan.later()).isEqualTo(2);
        assertThat(plan.finish()).isEmpty();
    }

    @Test
    void the_campaigns_screen_says_for_whom_the_figures_do_not_hold() {
        List<SupporterId> people = people(8);
        texted(people.subList(0, 2));
        CampaignId campaign = campaign(people);
        db.execute("update campaigns set state = 'DRAFT' where campaign_id = ?", campaign.value());
        SenderId old = second("Old line");
        threads(campaign, 3, old);
        senders.pause(admin(), old, "HAND");

        new Screens(house, db).as(ora, window -> {
            Screens.on(window, CampaignsPaths.campaign(campaign));
            Screens.press(window, "Start");
            assertThat(Screens.words(window))
                    .contains("What it will take")
                    .contains("3 people have the number Old line, which pauses")
                    .contains("2 people were texted first so lately");
        });
    }

    /** All of them, in a campaign of their own. */
    private void texted(List<SupporterId> people) {
        CampaignId campaign = campaign(people);
        assignments.pull(tess, campaign);
        heldBy(tess, campaign).forEach(conversation -> {
            var text = send(tess, conversation);
            db.execute(
                    "update messages set state = 'DELIVERED', due_at = null, sent_at = happened_at where message_id = ?",
                    text.messageId().value());
        });
    }

    private SenderId second(String label) {
        long id = Id.next();
        return senders.add(
                admin(),
                new SenderDraft(
                        "AC%032x".formatted(id),
                        "0123456789abcdef0123456789abcdef",
                        "+1628555%04d".formatted(Math.floorMod(id, 10_000)),
                        label,
                        false));
    }

    /** So many people of a campaign, the last of them, have this number. */
    private void threads(CampaignId campaign, int people, SenderId number) {
        db.fetch(
                        "select phone from conversations where campaign_id = ? and phone not in"
                                + " (select phone from threads where organization_id = ?) order by conversation_id desc limit ?",
                        campaign.value(),
                        here.organizationId().value(),
                        people)
                .forEach(row -> db.execute(
                        "insert into threads (thread_id, organization_id, phone, sender_id, created_at) values (?, ?, ?, ?, ?)",
                        Id.next(),
                        here.organizationId().value(),
                        row.get(0, String.class),
                        number.value(),
                        "2026-10-01 12:00:00"));
    }

    @Test
    void another_organization_sees_no_plan() {
        CampaignId campaign = campaign(people(1));
        Actor.Member stranger = NewOrganization.with(db).member(Role.ADMIN);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> planning.plan(stranger, campaign))
                .isInstanceOf(Problem.Missing.class);
    }

    private void texter(CampaignId campaign) {
        campaignTexters.add(ora, campaign, List.of(here.member(Role.TEXTER).memberId()));
    }

    /** The one number of this story becomes a real one. */
    private void paced(int aMinute, Optional<Registration> registration) {
        db.execute("update senders set gateway = 'TWILIO' where sender_id = ?", sender.value());
        senders.pace(
                admin(),
                new SenderId(sender.value()),
                new Pacing(SenderKind.LONG_CODE, Optional.of(aMinute), 1, "US", "415", registration));
    }
}
