package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.common.Sentence;
import org.rung.messaging.Deliveries;
import org.rung.messaging.Purpose;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextingWindow;
import org.rung.notices.Notices;
import org.rung.senders.DeliveryReport;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign that carriers take for spam stops by itself before its number is burned. */
class FilteredTest extends TextingStory {
    @Autowired
    Deliveries deliveries;

    @Autowired
    Notices notices;

    private int provided;

    @Test
    void six_of_two_hundred_may_be_filtered_and_the_seventh_pauses_the_campaign_with_its_reason() {
        var campaign = campaign(people(1));
        var sent = sent(campaign, 250);

        sent.subList(100, 106).forEach(text -> filtered(text, "30007"));
        assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(notices.unread(ora, 5)).isEmpty();
        filtered(sent.get(106), "30004");

        var paused = campaigns.get(ora, campaign);
        assertThat(paused.state()).isEqualTo(CampaignState.PAUSED);
        assertThat(Sentence.said(paused.pauseReason().orElseThrow(), java.util.Locale.ENGLISH))
                .contains("7 of the last 200");
        assertThat(notices.unread(ora, 5))
                .extracting(notice -> notice.in(java.util.Locale.of("es")))
                .singleElement()
                .asString()
                .contains("Rent strike", "7", "200");
    }

    @Test
    void what_was_filtered_before_the_last_two_hundred_counts_no_more() {
        var campaign = campaign(people(1));
        var old = sent(campaign, 10);
        old.subList(0, 5).forEach(text -> filtered(text, "30007"));
        clock.tick(Duration.ofMinutes(5));
        var fresh = sent(campaign, 200);

        fresh.subList(0, 6).forEach(text -> filtered(text, "30007"));

        assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void a_person_who_lets_it_run_on_gives_it_a_clean_sheet() {
        var campaign = campaign(people(1));
        var sent = sent(campaign, 60);
        sent.subList(0, 7).forEach(text -> filtered(text, "30007"));
        assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.PAUSED);

        clock.tick(Duration.ofMinutes(5));
        campaigns.start(ora, campaign);
        assertThat(notices.unread(ora, 5)).isEmpty();
        // Reports of what left before the pause still come in.
        sent.subList(7, 20).forEach(text -> filtered(text, "30007"));
        clock.tick(Duration.ofSeconds(1));
        var later = sent(campaign, 20);
        later.subList(0, 6).forEach(text -> filtered(text, "30007"));

        assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.RUNNING);
        filtered(later.get(6), "30007");
        assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.PAUSED);
        assertThat(notices.unread(ora, 5)).hasSize(1);
    }

    @Test
    void another_campaign_is_not_pulled_down_with_it() {
        var bad = campaign(people(1));
        var good = campaign(people(1));
        var badTexts = sent(bad, 20);
        var goodTexts = sent(good, 20);

        goodTexts.subList(0, 6).forEach(text -> filtered(text, "30007"));
        badTexts.subList(0, 8).forEach(text -> filtered(text, "30007"));

        assertThat(campaigns.get(ora, bad).state()).isEqualTo(CampaignState.PAUSED);
        assertThat(campaigns.get(ora, good).state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void a_slow_campaign_is_paused_beside_a_fast_one_and_asking_costs_as_little() {
        var slow = campaign(people(1));
        var fast = campaign(people(1));
        var sent = sent(slow, 20);
        sent.subList(0, 6).forEach(text -> filtered(text, "30007"));
        clock.tick(Duration.ofMinutes(30));
        texted(fast, 20_000);
        assertThat(campaigns.get(ora, slow).state()).isEqualTo(CampaignState.RUNNING);

        long read = rowsRead(() -> filtered(sent.get(6), "30007"));

        assertThat(campaigns.get(ora, slow).state()).isEqualTo(CampaignState.PAUSED);
        assertThat(campaigns.get(ora, fast).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(read).isLessThan(500);
    }

    @Test
    void a_text_of_a_campaign_says_so_when_it_is_sent() {
        var conversation = texted();

        assertThat(db.fetchValue("select occasion_id from messages where topic_id = ?", conversation.value()))
                .isEqualTo(now(conversation).campaign().orElseThrow().value());
    }

    /** Texts that left a moment ago, of one conversation of the campaign. */
    private void texted(CampaignId campaign, int count) {
        var topic = (Long) db.fetchValue(
                "select conversation_id from conversations where campaign_id = ? limit 1", campaign.value());
        var thread = texts.threadWith(here.organizationId(), Phones.fresh());
        db.execute(
                "insert into messages (message_id, organization_id, thread_id, phone, direction, purpose, state, body,"
                        + " topic_id, occasion_id, happened_at, created_at, sent_at)"
                        + " select ? + a.n * 500 + b.n, ?, ?, '+16282000000', 'OUT', 'REPLY', 'SENT', 'Hi', ?, ?, ?, ?, ?"
                        + " from (with recursive x as (select 0 n union all select n + 1 from x where n < ?) select n from x) a"
                        + " join (with recursive y as (select 0 n union all select n + 1 from y where n < 499) select n from y) b",
                org.rung.common.Id.next(),
                here.organizationId().value(),
                thread.value(),
                topic,
                campaign.value(),
                at(),
                at(),
                at(),
                count / 500 - 1);
    }

    /** As the server counts them, in one session. */
    private long rowsRead(Runnable work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            long before = handlers();
            work.run();
            return handlers() - before;
        }));
    }

    private long handlers() {
        return db.fetch("show session status like 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.get(1, String.class)))
                .sum();
    }

    private void filtered(MessageId text, String code) {
        deliveries.report(
                here.organizationId(),
                new DeliveryReport(
                        Optional.of(text), 1, provider(text), DeliveryReport.Progress.UNDELIVERED, Optional.of(code)));
    }

    private String provider(MessageId text) {
        return (String) db.fetchValue("select provider_id from messages where message_id = ?", text.value());
    }

    /** Texts that the provider took, all of one conversation of the campaign. */
    private List<MessageId> sent(CampaignId campaign, int count) {
        var topic = (Long) db.fetchValue(
                "select conversation_id from conversations where campaign_id = ? limit 1", campaign.value());
        Actor admin = here.member(Role.ADMIN);
        var made = java.util.stream.Stream.generate(Phones::fresh)
                .limit(count)
                .map(phone -> texts.queue(admin, draft(phone, topic).partOf(Optional.of(campaign.value())))
                        .messageId())
                .toList();
        made.forEach(text -> db.execute(
                "update messages set state = 'SENT', attempts = 1, due_at = null, claimed_at = ?, sent_at = ?, provider_id = ?"
                        + " where message_id = ?",
                at(),
                at(),
                "SM-" + here.organizationId().text() + "-" + provided++,
                text.value()));
        return made;
    }

    private java.time.LocalDateTime at() {
        return java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    private static TextDraft draft(PhoneNumber phone, long topic) {
        return new TextDraft(
                phone,
                Optional.empty(),
                Purpose.REPLY,
                "See you Thursday?",
                Optional.of(topic),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TextingWindow(List.of(ZoneId.of("America/New_York")), LocalTime.of(9, 0), LocalTime.of(20, 30)),
                Duration.ZERO);
    }
}
