package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Reach;
import org.rung.cast.AtOnce;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;
import org.rung.consent.Suppressions;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is on the do-not-text list is kept from texts wherever texts begin. */
@Tag("store")
class SuppressedTest extends TextingStory {
    @Autowired
    Suppressions suppressions;

    @Autowired
    Reach reach;

    @Test
    void nobody_on_the_list_is_frozen_counted_or_planned() {
        var people = people(4);
        suppress(phone(people, 0), new SuppressionScope.ForGood());
        suppress(phone(people, 1), until(Duration.ofDays(2)));
        var turf = turfs.list(ora, "Eastside", people);
        assertThat(turfs.textable(ora, turf)).isEqualTo(2);
        CampaignId campaign = campaign(turf);
        suppress(phone(people, 2), new SuppressionScope.Within(campaign.value()));

        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(1);
        assertThat(turfs.textable(ora, turf, Optional.of(campaign.value()))).isEqualTo(1);
        assertThat(turfs.textable(ora, turf))
                .as("only that campaign leaves the third one out")
                .isEqualTo(2);
        assertThat(reach.checks(ora, campaigns.get(ora, campaign)))
                .anyMatch(check ->
                        check.key().equals("suppressed") && check.details().equals(List.of(3L)));
    }

    @Test
    void a_day_frees_the_number_when_it_comes_and_no_job_has_to_run() {
        var people = people(1);
        CampaignId campaign = campaign(people);
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        suppress(phone(people, 0), until(Duration.ofDays(1)));

        assertThat(now(conversation).texter()).as("nobody's work until then").isEmpty();
        assertThat(assignments.pull(tom, campaign).firstTexts()).isZero();

        clock.tick(Duration.ofDays(1));
        assertThat(assignments.pull(tom, campaign).firstTexts()).isEqualTo(1);
        send(tom, conversation);
        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(1);
    }

    @Test
    void a_first_text_that_waits_is_taken_back_and_can_be_sent_when_the_entry_is_lifted() {
        var people = people(1);
        CampaignId campaign = campaign(people);
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        send(tess, conversation);

        suppress(phone(people, 0), new SuppressionScope.ForGood());
        assertThat(messages(conversation, "FIRST_TEXT")).isZero();
        assertThat(now(conversation).closedReason()).contains(ClosedReason.SUPPRESSED);
        assertThatThrownBy(() -> outcomes.reopen(ora, conversation)).isInstanceOf(Problem.Conflict.class);

        lift(phone(people, 0));
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        assertThat(assignments.pull(tom, campaign).firstTexts()).isEqualTo(1);
        send(tom, conversation);
        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(1);
    }

    @Test
    void for_good_refuses_an_answer_too() {
        ConversationId conversation = texted();
        hears(conversation, "Who is this?");
        suppress(now(conversation).phone(), new SuppressionScope.ForGood());
        db.execute(
                "update conversations set state = 'NEEDS_RESPONSE', closed_reason = null where conversation_id = ?",
                conversation.value());

        assertThatThrownBy(() -> correspondence.reply(ora, conversation, "It's Tess", request()))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("for good");
    }

    @Test
    void whoever_writes_is_answered_until_a_day_and_within_a_campaign_and_is_not_written_to_otherwise() {
        ConversationId conversation = texted();
        var campaign = now(conversation).campaign().orElseThrow();
        // It has left: one that waits would be taken back.
        db.execute(
                "update messages set state = 'SENT', hold = null, due_at = null, claimed_at = happened_at,"
                        + " sent_at = happened_at where topic_id = ?",
                conversation.value());
        for (var scope : List.of(until(Duration.ofDays(3)), new SuppressionScope.Within(campaign.value()))) {
            suppress(now(conversation).phone(), scope);
            assertThatThrownBy(() -> correspondence.reply(tess, conversation, "Still there?", request()))
                    .as("the last word was ours")
                    .isInstanceOf(Problem.Refused.class);

            arrives(now(conversation).phone(), conversation);
            hears(conversation, "I am away this week");
            correspondence.reply(tess, conversation, "Enjoy!", request());
            lift(now(conversation).phone());
            clock.tick(Duration.ofMinutes(1));
        }
    }

    @Test
    void an_answer_to_the_last_word_leaves_though_the_entry_came_after_it() {
        ConversationId conversation = texted();
        arrives(now(conversation).phone(), conversation);
        hears(conversation, "Write me next week");
        suppress(now(conversation).phone(), until(Duration.ofDays(7)));

        correspondence.reply(tess, conversation, "Will do!", request());

        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "And bring a friend", request()))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void stop_stays_stronger_than_the_list() {
        var people = people(1);
        var phone = phone(people, 0);
        suppress(phone, new SuppressionScope.ForGood());
        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        lift(phone);

        assertThat(consents.of(here.organizationId(), phone))
                .hasValueSatisfying(now -> assertThat(now.consent()).isEqualTo(ConsentKind.OPTED_OUT));
        assertThat(assignments.pull(tess, campaign(people)).firstTexts()).isZero();

        consents.record(
                here.system(),
                phone,
                ConsentKind.OPTED_IN,
                ConsentSource.REPLY,
                "START",
                clock.instant().plusSeconds(1));
        suppress(phone, new SuppressionScope.ForGood());
        assertThat(suppressions.standing(here.organizationId(), phone).forGood())
                .isTrue();
        assertThat(assignments.pull(tess, campaign(people)).firstTexts())
                .as("START takes nobody off the list")
                .isZero();
    }

    @Test
    void a_send_and_an_entry_in_the_same_moment_leave_nothing_on_its_way() throws Exception {
        for (int i = 0; i < 6; i++) {
            var people = people(1);
            var phone = phone(people, 0);
            CampaignId campaign = campaign(people);
            assignments.pull(tess, campaign);
            ConversationId conversation = heldBy(tess, campaign).getFirst();

            AtOnce.all(List.<Callable<Object>>of(
                    () -> {
                        try {
                            return send(tess, conversation);
                        } catch (Problem refused) {
                            return refused;
                        }
                    },
                    () -> suppress(phone, new SuppressionScope.ForGood())));

            assertThat(messages(conversation, "FIRST_TEXT"))
                    .as("whoever came first")
                    .isZero();
            assertThat(now(conversation).closedReason()).contains(ClosedReason.SUPPRESSED);
        }
    }

    private SuppressionScope until(Duration from) {
        return new SuppressionScope.Until(clock.instant().plus(from));
    }

    private Object suppress(PhoneNumber phone, SuppressionScope scope) {
        return suppressions.add(
                ora, List.of(phone), new SuppressionDraft(scope, "Their sister asked", SuppressionWay.HAND));
    }

    private void lift(PhoneNumber phone) {
        suppressions.of(ora, List.of(phone)).stream()
                .map(Suppression::suppressionId)
                .forEach(id -> suppressions.lift(ora, id, "They asked again", SuppressionWay.HAND));
    }

    private PhoneNumber phone(List<SupporterId> people, int nth) {
        return supporters.get(ora, people.get(nth)).phones().getFirst();
    }

    /** The text itself, as messaging stores it: what hears announces has no row. */
    private void arrives(PhoneNumber phone, ConversationId conversation) {
        clock.tick(Duration.ofSeconds(20));
        Instant at = clock.instant();
        var thread = texts.threadWith(here.organizationId(), phone);
        db.execute(
                "insert into messages (message_id, organization_id, thread_id, sender_id, phone, direction, purpose, state,"
                        + " body, segments, topic_id, happened_at, created_at)"
                        + " values (?, ?, ?, ?, ?, 'IN', 'INBOUND', 'RECEIVED', 'hello', 1, ?, ?, ?)",
                Id.next(),
                here.organizationId().value(),
                thread.value(),
                sender.value(),
                phone.text(),
                conversation.value(),
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
