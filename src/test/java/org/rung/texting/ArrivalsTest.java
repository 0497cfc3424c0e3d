package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Neighbor;
import org.rung.cast.Phones;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.messaging.PhoneWentBad;
import org.rung.messaging.SoftWords;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.senders.Meaning;
import org.rung.senders.SenderId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ArrivalsTest extends TextingStory {

    @Autowired
    ApplicationContext house;

    @Test
    void a_reply_waits_for_its_texter_and_is_a_step_on_the_ladder_once_a_day() {
        ConversationId conversation = texted();

        hears(conversation, "yes!");
        hears(conversation, "can I bring my sister?");

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(conversation).unread()).isEqualTo(2);
        assertThat(now(conversation).waitingSince()).contains(clock.instant().minusSeconds(30));
        assertThat(replies(conversation)).isEqualTo(1);
        assertThat(conversations
                        .page(tess, ConversationFilter.waitingFor(tess.memberId()), Page.Wanted.first(10))
                        .rows())
                .extracting(ConversationRow::conversationId)
                .containsExactly(conversation);
    }

    private int replies(ConversationId conversation) {
        return db.fetchSingle(
                        "select count(*) from actions where type = 'REPLIED' and supporter_id = ? and voided_at is null",
                        now(conversation).supporter().value())
                .get(0, int.class);
    }

    @Test
    void stop_or_help_alone_ask_for_no_answer() {
        ConversationId conversation = texted();
        var phone = now(conversation).phone();

        hears(phone, Optional.of(conversation.value()), "HELP", Meaning.HELP, Optional.empty());
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(replies(conversation)).isZero();

        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        hears(phone, Optional.of(conversation.value()), "STOP", Meaning.STOP, Optional.empty());
        assertThat(now(conversation).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(now(conversation).closedReason()).contains(ClosedReason.OPTED_OUT);
    }

    @Test
    void stop_closes_everywhere_and_takes_back_what_waits() {
        var people = people(1);
        CampaignId one = campaign(people);
        CampaignId two = campaign(people);
        assignments.pull(tess, one);
        assignments.pull(tom, two);
        ConversationId sent = heldBy(tess, one).getFirst();
        ConversationId unsent = heldBy(tom, two).getFirst();
        send(tess, sent);

        consents.record(
                here.system(), now(sent).phone(), ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());

        assertThat(List.of(now(sent), now(unsent)))
                .allSatisfy(each -> assertThat(each.closedReason()).contains(ClosedReason.OPTED_OUT));
        assertThat(messages(sent, "FIRST_TEXT")).isZero();
        assertThatThrownBy(() -> send(tom, unsent)).isInstanceOf(Problem.class);
        assertThat(desk.open(tess, sent).readOnly()).contains(OpenConversation.ReadOnly.OPTED_OUT);

        hears(sent, "I said stop");
        assertThat(now(sent).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(now(sent).unread()).isEqualTo(1);
    }

    @Test
    void a_closed_conversation_wakes_when_they_write_again() {
        ConversationId conversation = texted();
        hears(conversation, "no");
        outcomes.done(tess, conversation);

        hears(conversation, "actually, yes");

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(conversation).closedReason()).isEmpty();
    }

    @Test
    void who_writes_before_the_first_text_is_answered_instead() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();

        hears(now(conversation).phone(), Optional.empty(), "I saw your poster", Meaning.PLAIN, Optional.empty());

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThatThrownBy(() -> send(tess, conversation)).isInstanceOf(Problem.Conflict.class);
        assertThat(correspondence.reply(tess, conversation, "Hello!", request()))
                .isNotNull();
    }

    @Test
    void a_first_text_that_still_waits_is_cancelled_when_they_write_first() {
        ConversationId conversation = texted();

        hears(conversation, "are you the tenants?");

        assertThat(messages(conversation, "FIRST_TEXT")).isZero();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
    }

    @Test
    void an_unknown_number_lands_in_the_organizers_inbox_once() {
        var phone = Phones.fresh();

        hears(phone, Optional.empty(), "hello?", Meaning.PLAIN, Optional.empty());
        hears(phone, Optional.empty(), "anyone there?", Meaning.PLAIN, Optional.empty());
        hears(Phones.fresh(), Optional.empty(), "STOP", Meaning.STOP, Optional.empty());

        var inbox = conversations
                .page(ora, ConversationFilter.INBOX, Page.Wanted.first(10))
                .rows();
        assertThat(inbox).hasSize(1);
        assertThat(inbox.getFirst().campaign()).isEmpty();
        assertThat(inbox.getFirst().unread()).isEqualTo(2);
        assertThatThrownBy(() -> conversations.get(tess, inbox.getFirst().conversationId()))
                .isInstanceOf(Problem.Missing.class);

        conversations.give(ora, inbox.getFirst().conversationId(), tess.memberId());
        assertThat(conversations.get(tess, inbox.getFirst().conversationId()).heldBy(tess.memberId()))
                .isTrue();
    }

    @Test
    void soft_words_suggest_and_do_nothing() {
        ConversationId conversation = texted();

        hears(
                now(conversation).phone(),
                Optional.of(conversation.value()),
                "please take me off",
                Meaning.PLAIN,
                Optional.of(SoftWords.OPT_OUT));

        assertThat(now(conversation).suggestion()).contains(Suggestion.OPT_OUT);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        outcomes.ignoreSuggestion(tess, conversation);
        assertThat(now(conversation).suggestion()).isEmpty();
    }

    @Test
    void a_bad_number_closes_with_that_reason() {
        ConversationId conversation = texted();

        transaction.executeWithoutResult(status -> announce.publishEvent(
                new PhoneWentBad(here.organizationId(), now(conversation).phone(), "30006")));

        assertThat(now(conversation).closedReason()).contains(ClosedReason.BAD_NUMBER);
    }

    @Test
    void a_wrong_number_leaves_the_supporter_and_closes() {
        ConversationId conversation = texted();
        hears(conversation, "who is Maya?");
        var supporter = now(conversation).supporter();

        outcomes.wrongNumber(tess, conversation);

        assertThat(now(conversation).closedReason()).contains(ClosedReason.WRONG_NUMBER);
        assertThat(supporters.get(ora, supporter).phones()).isEmpty();
        assertThat(consents.of(here.organizationId(), now(conversation).phone())
                        .orElseThrow()
                        .consent())
                .isEqualTo(ConsentKind.WRONG_NUMBER);
    }

    @Test
    void a_wrong_number_that_writes_again_is_shown_and_asks_for_no_answer() {
        ConversationId conversation = texted();
        hears(conversation, "who is Maya?");
        outcomes.wrongNumber(tess, conversation);
        int before = replies(conversation);

        // All the way, as the provider delivers it.
        new Neighbor(house, here.organizationId(), now(conversation).phone()).texts("really, wrong number");

        assertThat(now(conversation).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(now(conversation).closedReason()).contains(ClosedReason.WRONG_NUMBER);
        assertThat(now(conversation).waitingSince()).isEmpty();
        assertThat(now(conversation).unread()).isEqualTo(2);
        assertThat(replies(conversation)).isEqualTo(before);
    }

    @Test
    void what_waits_for_an_answer_that_nobody_may_send_can_be_done() {
        ConversationId conversation = texted();
        hears(conversation, "who is Maya?");
        // As it was left behind before wrong numbers asked for no answer.
        db.execute(
                "insert into phone_consents (organization_id, phone, consent, since_at) values (?, ?, 'WRONG_NUMBER', ?)"
                        + " on duplicate key update consent = values(consent)",
                here.organizationId().value(),
                now(conversation).phone().text(),
                "2026-10-13 17:00:00");
        OpenConversation open = desk.open(tess, conversation);
        assertThat(open.readOnly()).contains(OpenConversation.ReadOnly.WRONG_NUMBER);
        assertThat(open.mayBeDone()).isTrue();

        outcomes.done(tess, conversation);

        assertThat(now(conversation).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(desk.open(tess, conversation).mayBeDone()).isFalse();
        assertThatThrownBy(() -> outcomes.reopen(tess, conversation))
                .as("nobody may answer it")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void an_opt_out_closes_what_was_done_before_with_the_better_reason_and_for_good() {
        ConversationId conversation = texted();
        hears(conversation, "no");
        outcomes.done(tess, conversation);
        var closed = now(conversation).closedAt();
        clock.tick(Duration.ofMinutes(1));

        consents.record(
                here.system(),
                now(conversation).phone(),
                ConsentKind.OPTED_OUT,
                ConsentSource.REPLY,
                "STOP",
                clock.instant());

        assertThat(now(conversation).closedReason()).contains(ClosedReason.OPTED_OUT);
        assertThat(now(conversation).closedAt()).isEqualTo(closed);
        assertThatThrownBy(() -> outcomes.reopen(tess, conversation)).isInstanceOf(Problem.Conflict.class);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void what_was_closed_for_a_number_that_moved_keeps_that_reason() {
        ConversationId before = texted();
        var phone = now(before).phone();
        movedToRosa(before);
        hears(phone, Optional.of(before.value()), "Who is Maya?", Meaning.PLAIN, Optional.empty());

        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());

        assertThat(now(before).closedReason()).contains(ClosedReason.NUMBER_MOVED);
    }

    @Test
    void an_answer_leaves_from_the_number_they_wrote_to_and_the_next_first_text_from_theirs() {
        var people = people(1);
        CampaignId first = campaign(people);
        assignments.pull(tess, first);
        ConversationId conversation = heldBy(tess, first).getFirst();
        send(tess, conversation);
        var theirs = sender;
        var second = anotherNumber();
        sender = second;
        hears(conversation, "is this number yours, too?");

        assertThat(correspondence
                        .reply(tess, conversation, "Yes, for today", request())
                        .sender())
                .contains(second);

        clock.tick(Duration.ofDays(2));
        CampaignId next = campaign(people);
        assignments.pull(tess, next);
        assertThat(send(tess, heldBy(tess, next).getFirst()).sender()).contains(theirs);
    }

    private SenderId anotherNumber() {
        var made = new SenderId(Id.next());
        db.execute(
                "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, created_at)"
                        + " values (?, ?, 'SIMULATOR', ?, '+15005550007', 'x', '2026-01-01 00:00:00')",
                made.value(),
                here.organizationId().value(),
                "AC" + made.text());
        return made;
    }

    @Test
    void a_number_that_is_someone_elses_by_now_is_not_texted_with_the_former_name() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        List<ConversationId> held = heldBy(tess, campaign);
        ConversationId one = held.getFirst();
        ConversationId two = held.getLast();
        movedToRosa(one);
        movedToRosa(two);

        assertThatThrownBy(() -> send(tess, one)).isInstanceOf(Problem.Conflict.class);
        assertThat(messages(one, "FIRST_TEXT")).isZero();
        assertThat(now(one).closedReason()).contains(ClosedReason.NUMBER_MOVED);

        assertThat(heldBy(tess, campaign)).isEmpty();
        assertThat(now(two).closedReason()).contains(ClosedReason.NUMBER_MOVED);
    }

    @Test
    void whoever_has_the_number_now_begins_a_conversation_of_their_own() {
        ConversationId before = texted();
        var phone = now(before).phone();
        SupporterId rosa = movedToRosa(before);

        assertThatThrownBy(() -> correspondence.reply(ora, before, "Hello Maya", request()))
                .isInstanceOf(Problem.Conflict.class);
        hears(phone, Optional.of(before.value()), "Who is Maya?", Meaning.PLAIN, Optional.empty());

        assertThat(now(before).closedReason()).contains(ClosedReason.NUMBER_MOVED);
        assertThat(replies(before)).isZero();
        var inbox = conversations
                .page(ora, ConversationFilter.INBOX, Page.Wanted.first(10))
                .rows();
        assertThat(inbox).hasSize(1);
        assertThat(inbox.getFirst().supporterId()).isEqualTo(rosa);
        hears(phone, Optional.of(before.value()), "Hello?", Meaning.PLAIN, Optional.empty());
        assertThat(now(inbox.getFirst().conversationId()).unread()).isEqualTo(2);
    }

    /** The organizer took the number from its supporter; another has it. */
    private SupporterId movedToRosa(ConversationId conversation) {
        var phone = now(conversation).phone();
        supporters.detachPhone(ora, now(conversation).supporter(), phone);
        return people(List.of(SupporterDraft.of("Rosa", "Lim", phone))).getFirst();
    }

    @Test
    void a_texter_looks_back_at_what_was_closed_only_for_a_moment() {
        ConversationId conversation = texted();
        hears(conversation, "no");
        outcomes.done(tess, conversation);

        assertThat(desk.open(tess, conversation).readOnly()).contains(OpenConversation.ReadOnly.CLOSED);
        outcomes.reopen(tess, conversation);
        outcomes.done(tess, conversation);
        clock.tick(Duration.ofMinutes(11));

        assertThatThrownBy(() -> conversations.get(tess, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> desk.open(tess, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> outcomes.reopen(tess, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "Hi", request()))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(conversations
                        .page(
                                tess,
                                new ConversationFilter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        ConversationFilter.Among.ALL),
                                Page.Wanted.first(10))
                        .rows())
                .isEmpty();
        assertThat(desk.open(ora, conversation).thread()).isNotEmpty();

        hears(conversation, "actually, yes");
        assertThat(desk.open(tess, conversation).readOnly()).isEmpty();
    }

    @Test
    void a_draft_survives_and_goes_with_the_answer() {
        ConversationId conversation = texted();
        hears(conversation, "yes");
        correspondence.saveDraft(tess, conversation, "Great, see y");

        assertThat(desk.open(tess, conversation).draft()).isEqualTo("Great, see y");
        correspondence.reply(tess, conversation, "Great, see you", request());
        clock.tick(Duration.ofMinutes(1));
        assertThat(desk.open(tess, conversation).draft()).isEmpty();
    }
}
