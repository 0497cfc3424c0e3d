package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.MessageId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.messaging.MessageState;
import org.rung.messaging.SoftWords;
import org.rung.messaging.Text;
import org.rung.senders.Meaning;

class SendingTest extends TextingStory {

    @Test
    void fifty_threads_that_send_one_first_text_make_one_message() throws Exception {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();

        List<Callable<Boolean>> sends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sends.add(() -> {
                try {
                    send(tess, conversation);
                    return true;
                } catch (Problem.Conflict lost) {
                    return false;
                }
            });
        }
        List<Boolean> won = AtOnce.all(sends);

        assertThat(won).containsOnlyOnce(true);
        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(1);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
    }

    @Test
    void the_same_request_again_is_the_same_message() throws Exception {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();

        List<Callable<org.rung.common.MessageId>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sends.add(() -> correspondence
                    .sendFirst(tess, conversation, "Hi. Reply STOP to end", "one-request")
                    .messageId());
        }

        assertThat(AtOnce.all(sends).stream().distinct()).hasSize(1);
    }

    @Test
    void the_same_reply_again_is_the_same_message() throws Exception {
        ConversationId conversation = texted();
        hears(conversation, "yes!");

        List<Callable<org.rung.common.MessageId>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sends.add(() -> correspondence
                    .reply(tess, conversation, "Great", "one-reply")
                    .messageId());
        }

        assertThat(AtOnce.all(sends).stream().distinct()).hasSize(1);
        assertThat(messages(conversation, "REPLY")).isEqualTo(1);
    }

    @Test
    void a_texter_does_not_reach_what_another_holds() {
        ConversationId conversation = texted();
        hears(conversation, "who is this?");

        assertThatThrownBy(() -> conversations.get(tom, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> desk.open(tom, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> outcomes.answer(tom, conversation, "come", "yes"))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> outcomes.optOut(tom, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> conversations.reveal(tess, conversation)).isInstanceOf(Problem.Refused.class);
        assertThat(conversations
                        .page(
                                tom,
                                ConversationFilter.waitingFor(tess.memberId()),
                                org.rung.common.Page.Wanted.first(10))
                        .rows())
                .isEmpty();
        assertThat(conversations.get(ora, conversation).conversationId()).isEqualTo(conversation);
    }

    @Test
    void nothing_crosses_into_another_organization() {
        ConversationId conversation = texted();
        var elsewhere = NewOrganization.with(db);
        var admin = elsewhere.member(Role.ADMIN);

        assertThatThrownBy(() -> conversations.get(admin, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> correspondence.reply(admin, conversation, "hi", request()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> outcomes.done(admin, conversation)).isInstanceOf(Problem.Missing.class);
        assertThat(conversations
                        .page(admin, ConversationFilter.ALL, org.rung.common.Page.Wanted.first(10))
                        .rows())
                .isEmpty();
    }

    @Test
    void undo_brings_the_first_text_back_and_it_can_be_sent_again() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        var text = send(tess, conversation);

        assertThat(correspondence.undo(tess, conversation, text.messageId())).isTrue();

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        assertThat(now(conversation).lastOut()).isEmpty();
        assertThat(send(tess, conversation).state()).isEqualTo(MessageState.HELD);
        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(1);
    }

    @Test
    void a_first_text_that_was_claimed_once_stays_and_its_conversation_with_it() {
        ConversationId conversation = texted();
        var text = messageOf(conversation);
        db.execute(
                "update messages set state = 'HELD', hold = 'HOURS', attempts = 1, claimed_at = happened_at,"
                        + " due_at = '2026-10-14 13:00:00' where message_id = ?",
                text.value());

        assertThat(correspondence.undo(tess, conversation, text)).isFalse();

        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(1);
    }

    private MessageId messageOf(ConversationId conversation) {
        return new MessageId(
                (Long) db.fetchValue("select message_id from messages where topic_id = ?", conversation.value()));
    }

    @Test
    void undo_of_a_reply_brings_back_that_it_waits() {
        ConversationId conversation = texted();
        hears(conversation, "maybe");
        var since = now(conversation).waitingSince();
        clock.tick(Duration.ofMinutes(1));
        var reply = correspondence.reply(tess, conversation, "Please do", request());

        correspondence.undo(tess, conversation, reply.messageId());

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(conversation).waitingSince()).isEqualTo(since);
    }

    @Test
    void undo_leaves_handed_out_work_without_an_end_and_pulled_work_with_its_own() {
        CampaignId campaign = campaign(people(2));
        assignments.handOut(ora, campaign, tess.memberId(), 1);
        assignments.pull(tom, campaign);
        ConversationId handedOut = heldBy(tess, campaign).getFirst();
        ConversationId pulled = heldBy(tom, campaign).getFirst();
        var until = now(pulled).leasedUntil();
        clock.tick(Duration.ofMinutes(20));

        correspondence.undo(tess, handedOut, send(tess, handedOut).messageId());
        correspondence.undo(tom, pulled, send(tom, pulled).messageId());

        assertThat(now(handedOut).leasedUntil()).isEmpty();
        assertThat(now(pulled).leasedUntil()).isEqualTo(until).isPresent();
        clock.tick(Duration.ofDays(2));
        leases.returnExpired();
        assertThat(heldBy(tess, campaign)).containsExactly(handedOut);
        assertThat(now(pulled).texter()).isEmpty();
    }

    @Test
    void undo_of_a_reply_brings_back_since_when_it_waits_and_what_its_words_suggest() {
        ConversationId conversation = texted();
        hears(
                now(conversation).phone(),
                Optional.of(conversation.value()),
                "lose my number",
                Meaning.PLAIN,
                Optional.of(SoftWords.OPT_OUT));
        var before = now(conversation);
        hears(conversation, "please");
        var reply = correspondence.reply(tess, conversation, "Sorry to hear that", request());
        assertThat(now(conversation).suggestion()).isEmpty();

        correspondence.undo(tess, conversation, reply.messageId());

        assertThat(now(conversation).suggestion()).contains(Suggestion.OPT_OUT);
        assertThat(now(conversation).waitingSince()).isEqualTo(before.waitingSince());
    }

    @Test
    void a_late_send_that_is_taken_back_has_an_end_like_fresh_work() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        clock.tick(Duration.ofMinutes(61));
        leases.returnExpired();

        correspondence.undo(tess, conversation, send(tess, conversation).messageId());

        assertThat(now(conversation).leasedUntil()).contains(clock.instant().plus(Duration.ofMinutes(60)));
    }

    @Test
    void what_was_refused_for_good_is_not_texted_any_more_and_the_rest_may_be_tried_again() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        ConversationId waits = heldBy(tess, campaign).getFirst();
        ConversationId gone = heldBy(tess, campaign).getLast();
        campaigns.pause(ora, campaign, "Wait for the new flyer");

        assertThatThrownBy(() -> send(tess, waits)).isInstanceOf(Problem.Conflict.class);
        assertThat(conversations.stillToText(tess, waits)).isTrue();
        skips.skip(tess, gone, Skip.of(SkipReason.NOT_NOW));
        assertThat(conversations.stillToText(tess, gone)).isFalse();

        campaigns.start(ora, campaign);
        assertThat(send(tess, waits)).isNotNull();
        assertThat(conversations.stillToText(tess, waits)).isFalse();
    }

    @Test
    void undo_leaves_a_conversation_alone_when_something_arrived_since() {
        ConversationId conversation = texted();
        hears(conversation, "maybe");
        var reply = correspondence.reply(tess, conversation, "Please do", request());
        hears(conversation, "ok I will");

        correspondence.undo(tess, conversation, reply.messageId());

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(conversation).unread()).isEqualTo(1);
    }

    @Test
    void a_number_gets_one_first_text_in_24_hours_whatever_the_campaign() {
        var people = people(1);
        CampaignId one = campaign(people);
        CampaignId two = campaign(people);
        assignments.pull(tess, one);
        assignments.pull(tom, two);
        ConversationId second = heldBy(tom, two).getFirst();
        var first = send(tess, heldBy(tess, one).getFirst());
        db.execute(
                "update messages set state = 'SENT', sent_at = happened_at where message_id = ?",
                first.messageId().value());

        assertThatThrownBy(() -> send(tom, second))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("24 hours");
        assertThat(now(second).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        // It went back to the queue, which gives it to nobody before tomorrow.
        assertThat(assignments.pull(ora, two).why()).contains(Batch.Short.TEXTED_LATELY);

        clock.tick(Duration.ofHours(24).plusSeconds(1));
        assignments.pull(tom, two);
        assertThat(send(tom, second).messageId()).isNotNull();
    }

    @Test
    void two_campaigns_that_send_to_one_number_in_the_same_moment_send_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            var people = people(1);
            CampaignId one = campaign(people);
            CampaignId two = campaign(people);
            assignments.pull(tess, one);
            assignments.pull(tom, two);
            ConversationId first = heldBy(tess, one).getFirst();
            ConversationId second = heldBy(tom, two).getFirst();

            List<Boolean> won = AtOnce.all(List.of(() -> sends(tess, first), () -> sends(tom, second)));

            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
    }

    private boolean sends(org.rung.common.Actor.Member texter, ConversationId conversation) {
        try {
            send(texter, conversation);
            return true;
        } catch (Problem.Conflict lost) {
            return false;
        }
    }

    @Test
    void a_closed_conversation_must_be_reopened_to_answer() {
        ConversationId conversation = texted();
        hears(conversation, "no");
        outcomes.done(tess, conversation);

        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "ok", request()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("Reopen");

        outcomes.reopen(tess, conversation);
        assertThat(correspondence.reply(tess, conversation, "ok", request()).body())
                .isEqualTo("ok");
    }

    @Test
    void a_paused_campaign_sends_no_first_texts_and_answers_all_the_same() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        List<ConversationId> held = heldBy(tess, campaign);
        send(tess, held.get(0));
        hears(held.get(0), "yes");
        campaigns.pause(ora, campaign, "Too many replies");

        assertThatThrownBy(() -> send(tess, held.get(1)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("paused");
        assertThat(correspondence.reply(tess, held.get(0), "Great", request())).isNotNull();
        assertThat(assignments.pull(tess, campaign).why()).contains(Batch.Short.PAUSED);
    }

    @Test
    void what_was_written_into_a_first_text_is_there_again_until_it_is_sent() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        String scripted = card(campaign, conversation).body();

        correspondence.saveDraft(tess, conversation, "In my own words. Reply STOP to end");
        assertThat(card(campaign, conversation).body()).isEqualTo("In my own words. Reply STOP to end");
        assertThat(card(campaign, conversation).scripted()).isEqualTo(scripted);

        send(tess, conversation);
        assertThat(desk.open(tess, conversation).draft()).isEmpty();
    }

    private FirstTextCard card(CampaignId campaign, ConversationId conversation) {
        return desk.cards(tess, campaign, java.util.Set.of(), 50).stream()
                .filter(card -> card.conversationId().equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void no_first_text_slips_out_beside_a_pause() throws Exception {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();

        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Text> sent = Objects.requireNonNull(transaction.execute(status -> {
                campaigns.pause(ora, campaign, "Too many replies");
                var beside = thread.submit(() -> send(tess, conversation));
                assertThatThrownBy(() -> beside.get(2, TimeUnit.SECONDS))
                        .as("it waits for the pause")
                        .isInstanceOf(TimeoutException.class);
                return beside;
            }));
            assertThatThrownBy(sent::get).hasCauseInstanceOf(Problem.Conflict.class);
        }

        assertThat(messages(conversation, "FIRST_TEXT")).isZero();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
    }

    @Test
    void a_pause_waits_for_the_first_text_that_is_being_written_down() throws Exception {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();

        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> paused = Objects.requireNonNull(transaction.execute(status -> {
                send(tess, conversation);
                var beside = thread.submit(() -> campaigns.pause(ora, campaign, "Too many replies"));
                assertThatThrownBy(() -> beside.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return beside;
            }));
            paused.get();
        }

        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(1);
        assertThat(campaigns.get(ora, campaign).state()).isEqualTo(CampaignState.PAUSED);
    }
}
