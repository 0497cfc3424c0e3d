package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.accounts.Secrets;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Airwaves;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.messaging.MessageState;
import org.rung.messaging.Outbox;
import org.rung.messaging.Text;
import org.springframework.beans.factory.annotation.Autowired;

/** For how long a text may be taken back is the organization's choice, from the setting to the provider. */
class UndoChoiceTest extends TextingStory {
    @Autowired
    Organizations organizations;

    @Autowired
    Outbox outbox;

    @Autowired
    Airwaves airwaves;

    @Autowired
    Secrets secrets;

    @BeforeEach
    void a_sender_whose_key_opens() {
        db.execute("update senders set token_sealed = ? where sender_id = ?", secrets.seal("token"), sender.value());
    }

    @Test
    void five_seconds() throws Exception {
        sendsAndUndoes(5);
    }

    @Test
    void ten_seconds() throws Exception {
        sendsAndUndoes(10);
    }

    @Test
    void thirty_seconds() throws Exception {
        sendsAndUndoes(30);
    }

    @Test
    void none_at_all_sends_at_once_and_what_has_left_stays() throws Exception {
        choose(0);
        ConversationId conversation = waiting();

        Text text = send(tess, conversation);
        assertThat(text.state()).isEqualTo(MessageState.QUEUED);
        outbox.drain();

        assertThat(calls(conversation)).isEqualTo(1);
        assertThat(correspondence.undo(tess, conversation, text.messageId())).isFalse();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
    }

    @Test
    void a_choice_holds_for_what_is_sent_from_then_on() throws Exception {
        choose(30);
        ConversationId before = waiting();
        ConversationId after = waiting();
        send(tess, before);
        choose(5);
        send(tess, after);

        clock.tick(Duration.ofSeconds(5));
        outbox.drain();

        assertThat(calls(before)).isZero();
        assertThat(calls(after)).isEqualTo(1);
    }

    @Test
    void other_lengths_and_other_people_choose_nothing() {
        assertThatThrownBy(() -> choose(7))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        wrong -> assertThat(wrong.field()).isEqualTo("undo"));
        assertThatThrownBy(() -> organizations.change(ora, settings(5))).isInstanceOf(Problem.Refused.class);
    }

    private void sendsAndUndoes(int seconds) throws Exception {
        choose(seconds);
        ConversationId conversation = waiting();
        Text text = send(tess, conversation);
        assertThat(text.state()).isEqualTo(MessageState.HELD);
        clock.tick(Duration.ofSeconds(seconds - 1));
        outbox.drain();
        assertThat(calls(conversation)).as("still to be taken back").isZero();

        assertThat(correspondence.undo(tess, conversation, text.messageId())).isTrue();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        clock.tick(Duration.ofSeconds(seconds + 1));
        outbox.drain();
        assertThat(calls(conversation)).as("taken back for good").isZero();

        Text again = send(tess, conversation);
        clock.tick(Duration.ofSeconds(seconds));
        outbox.drain();
        assertThat(calls(conversation)).isEqualTo(1);
        assertThat(correspondence.undo(tess, conversation, again.messageId()))
                .as("it has left")
                .isFalse();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
    }

    private void choose(int seconds) {
        organizations.change(here.member(Role.ADMIN), settings(seconds));
    }

    private Organization settings(int seconds) {
        Organization now = organizations.get(here.organizationId());
        return new Organization(
                now.organizationId(),
                now.name(),
                now.slug(),
                now.country(),
                now.zone(),
                now.language(),
                now.helpWords(),
                now.optOutWords(),
                now.textingFrom(),
                now.textingUntil(),
                now.firstBatch(),
                now.replyBatch(),
                Duration.ofSeconds(seconds),
                now.demo());
    }

    private ConversationId waiting() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        return heldBy(tess, campaign).getFirst();
    }

    private long calls(ConversationId conversation) {
        return airwaves.callsTo(now(conversation).phone()).size();
    }
}
