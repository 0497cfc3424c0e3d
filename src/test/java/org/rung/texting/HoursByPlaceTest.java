package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.WaitingTexts;
import org.rung.cast.NewOrganization;
import org.rung.messaging.Hold;
import org.springframework.beans.factory.annotation.Autowired;

class HoursByPlaceTest extends TextingStory {
    /** Ten past eight in the evening in Miami, ten past five in Oakland. */
    private static final Instant EVENING = Instant.parse("2026-10-14T00:10:00Z");

    private static final Instant MORNING = Instant.parse("2026-10-14T13:00:00Z");

    @Autowired
    WaitingTexts waiting;

    @Test
    void a_first_text_to_florida_after_eight_waits_for_nine_there() {
        CampaignId campaign = campaignTo("33101");
        clock.set(EVENING);
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.OUTSIDE_HOURS);
        assignments.handOut(ora, campaign, tess.memberId(), 1);
        FirstTextCard card = desk.cards(tess, campaign, Set.of(), 10).getFirst();
        assertThat(card.leavesAt()).contains(MORNING);
        assertThat(card.zone()).isEqualTo(ZoneId.of("America/New_York"));

        var text = send(tess, card.conversationId());

        assertThat(text.hold()).contains(Hold.HOURS);
        assertThat(text.dueAt()).contains(MORNING);
        var first = waiting.of(here.organizationId(), campaign).orElseThrow();
        assertThat(first).isEqualTo(new WaitingTexts.Waiting(1, false, MORNING, ZoneId.of("America/New_York")));
        assertThat(waiting.of(NewOrganization.with(db).organizationId(), campaign))
                .isEmpty();
        assertThat(correspondence.undo(tess, card.conversationId(), text.messageId()))
                .isTrue();
        assertThat(waiting.of(here.organizationId(), campaign)).isEmpty();
    }

    @Test
    void next_door_in_georgia_it_leaves_at_once() {
        CampaignId campaign = campaignTo("30301");
        clock.set(EVENING);
        assignments.pull(tess, campaign);
        FirstTextCard card = desk.cards(tess, campaign, Set.of(), 10).getFirst();

        assertThat(card.leavesAt()).isEmpty();
        assertThat(send(tess, card.conversationId()).hold()).contains(Hold.UNDO);
    }

    @Test
    void an_answer_to_alabama_on_a_sunday_waits_for_monday_and_says_so_before_it_is_sent() {
        CampaignId campaign = campaignTo("36101");
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        send(tess, conversation);
        hears(conversation, "Who is this?");
        clock.set(Instant.parse("2026-10-18T18:00:00Z"));
        Instant monday = Instant.parse("2026-10-19T14:00:00Z");

        assertThat(desk.open(tess, conversation).leavesAt()).contains(monday);
        var reply = correspondence.reply(tess, conversation, "It's Tess", request());

        assertThat(reply.dueAt()).contains(monday);
        assertThat(db.fetchSingle(
                                "select places from messages where message_id = ?",
                                reply.messageId().value())
                        .get(0, String.class))
                .isEqualTo("US-AL");
    }

    @Test
    void the_organizations_hours_narrow_those_of_a_campaign() {
        CampaignId campaign = campaignTo("30301");
        db.execute(
                "update organizations set texting_until = '12:00:00' where organization_id = ?",
                here.organizationId().value());
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.OUTSIDE_HOURS);
        assignments.handOut(ora, campaign, tess.memberId(), 1);

        assertThat(send(tess, heldBy(tess, campaign).getFirst()).dueAt())
                .contains(Instant.parse("2026-10-14T13:00:00Z"));
    }

    @Test
    void hours_that_an_organizer_narrows_hold_what_waits_already() {
        CampaignId campaign = campaignTo("30301");
        assignments.pull(tess, campaign);
        var text = send(tess, heldBy(tess, campaign).getFirst());
        var before = campaigns.get(ora, campaign);

        campaigns.change(ora, campaign, CampaignDraft.of(before).withHours(LocalTime.of(10, 0), LocalTime.of(12, 0)));

        assertThat(db.fetchSingle(
                                "select hours_until from messages where message_id = ?",
                                text.messageId().value())
                        .get(0, LocalTime.class))
                .isEqualTo(LocalTime.of(12, 0));
    }

    private CampaignId campaignTo(String postalCode) {
        var people = people(1);
        db.execute(
                "update supporters set country = 'US', postal_code = ?, zone = null where supporter_id = ?",
                postalCode.toUpperCase(Locale.ROOT),
                people.getFirst().value());
        return campaign(people);
    }
}
