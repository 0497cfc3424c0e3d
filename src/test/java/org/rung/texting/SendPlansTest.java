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
import org.rung.campaigns.Planning;
import org.rung.campaigns.SendPlan;
import org.rung.campaigns.SendPlan.Cap;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
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
import org.rung.senders.SenderId;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;

/** What an organizer is told before a campaign starts. */
class SendPlansTest extends TextingStory {
    @Autowired
    Planning planning;

    @Autowired
    Senders senders;

    @Autowired
    Pictures pictures;

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
