package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.senders.Meaning;

class AttacksTest extends TextingStory {

    @Test
    void a_conversation_is_given_to_nobody_of_another_organization_and_to_nobody_suspended() {
        ConversationId conversation = texted();
        var stranger = NewOrganization.with(db).member(Role.TEXTER);
        db.execute(
                "update members set suspended_at = now() where member_id = ?",
                tom.memberId().value());

        assertThatThrownBy(() -> conversations.give(ora, conversation, stranger.memberId()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> conversations.give(ora, conversation, tom.memberId()))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(holder(conversation)).isEqualTo(tess.memberId());
    }

    @Test
    void a_request_that_was_taken_back_and_comes_again_leaves_the_conversation_as_it_is() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        Text sent = correspondence.sendFirst(tess, conversation, "Hi. Reply STOP to end", "once");
        assertThat(correspondence.undo(tess, conversation, sent.messageId())).isTrue();

        assertThatThrownBy(() -> correspondence.sendFirst(tess, conversation, "Hi. Reply STOP to end", "once"))
                .isInstanceOf(Problem.Conflict.class);

        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        correspondence.sendFirst(tess, conversation, "Hi. Reply STOP to end", "anew");
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(messages(conversation, "FIRST_TEXT")).isEqualTo(1);
    }

    @Test
    void whoever_held_a_conversation_last_may_send_late_and_do_nothing_else() {
        ConversationId conversation = texted();
        hears(conversation, "maybe");
        Text before = correspondence.reply(tess, conversation, "Please do", request());
        hears(conversation, "why?");
        assignments.leave(tess, true);

        List<ThrowingCallable> deeds = List.of(
                () -> conversations.get(tess, conversation),
                () -> desk.open(tess, conversation),
                () -> correspondence.undo(tess, conversation, before.messageId()),
                () -> outcomes.answer(tess, conversation, "come", "yes"),
                () -> skips.skip(tess, conversation, Skip.of(SkipReason.NOT_NOW)),
                () -> outcomes.done(tess, conversation),
                () -> outcomes.reopen(tess, conversation),
                () -> outcomes.optOut(tess, conversation),
                () -> outcomes.wrongNumber(tess, conversation),
                () -> outcomes.tag(tess, conversation, "Tenant"),
                () -> outcomes.untag(tess, conversation, "Tenant"),
                () -> outcomes.note(tess, conversation, "Has a dog"),
                () -> correspondence.saveDraft(tess, conversation, "Because"),
                () -> outcomes.ignoreSuggestion(tess, conversation),
                () -> conversations.give(tess, conversation, tess.memberId()));
        assertThat(deeds).allSatisfy(deed -> assertThatThrownBy(deed).isInstanceOf(Problem.Missing.class));
        assertThat(conversations.mayAnswerLate(tess, conversation)).isTrue();
        assertThat(conversations.mayAnswerLate(tom, conversation)).isFalse();

        correspondence.reply(tess, conversation, "Because rents went up", request());
        assertThat(holder(conversation)).isEqualTo(tess.memberId());
        assertThat(desk.open(tess, conversation).readOnly()).isEmpty();
    }

    @Test
    void to_someone_erased_nothing_that_waits_is_sent_and_no_words_are_kept() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        Text waiting = send(tess, conversation);
        PhoneNumber phone = now(conversation).phone();
        SupporterId person = now(conversation).supporter();

        supporters.erase(ora, person);

        Text left = texts.find(here.organizationId(), waiting.messageId()).orElseThrow();
        assertThat(left.state()).isEqualTo(MessageState.CANCELLED);
        assertThat(texts.exchanged(here.organizationId(), phone, Optional.empty(), 10))
                .allSatisfy(text -> assertThat(text.body()).isEmpty());
    }

    @Test
    void the_words_of_a_number_stay_while_someone_of_the_household_has_it() {
        PhoneNumber shared = Phones.fresh();
        List<SupporterId> both =
                people(List.of(SupporterDraft.of("Ana", "Ruiz", shared), SupporterDraft.of("Beto", "Ruiz", shared)));
        CampaignId campaign = campaign(both);
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        Text waiting = send(tess, conversation);

        supporters.erase(ora, now(conversation).supporter());

        Text left = texts.find(here.organizationId(), waiting.messageId()).orElseThrow();
        assertThat(left.state()).isEqualTo(MessageState.CANCELLED);
        assertThat(left.body()).isNotEmpty();
    }

    @Test
    void two_texts_at_once_from_an_unknown_number_make_one_person_and_one_conversation() throws Exception {
        PhoneNumber unknown = Phones.fresh();
        transaction.executeWithoutResult(status -> texts.threadWith(here.organizationId(), unknown));
        List<Callable<Boolean>> arrivals = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    hears(unknown, Optional.empty(), "Hello " + i, Meaning.PLAIN, Optional.empty());
                    return true;
                })
                .toList();

        assertThat(AtOnce.all(arrivals)).containsOnly(true);

        assertThat(supporters.byPhone(ora, unknown)).hasSize(1);
        assertThat(db.fetchSingle(
                                "select count(*) from conversations where organization_id = ? and phone = ?",
                                here.organizationId().value(),
                                unknown.text())
                        .get(0, int.class))
                .isEqualTo(1);
    }

    @Test
    void two_texts_at_once_from_a_household_nobody_has_talked_with_make_one_conversation() throws Exception {
        for (int round = 0; round < 5; round++) {
            PhoneNumber shared = Phones.fresh();
            people(List.of(SupporterDraft.of("Ana", "Ruiz", shared), SupporterDraft.of("Beto", "Ruiz", shared)));
            transaction.executeWithoutResult(status -> texts.threadWith(here.organizationId(), shared));
            List<Callable<Boolean>> arrivals = IntStream.range(0, 6)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        hears(shared, Optional.empty(), "Hello " + i, Meaning.PLAIN, Optional.empty());
                        return true;
                    })
                    .toList();

            AtOnce.all(arrivals);

            assertThat(db.fetchSingle(
                                    "select count(*) from conversations where organization_id = ? and phone = ?",
                                    here.organizationId().value(),
                                    shared.text())
                            .get(0, int.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_first_text_held_over_night_keeps_other_campaigns_away_for_a_day_from_when_it_left() {
        List<SupporterId> person = people(1);
        CampaignId one = campaign(person);
        assignments.pull(tess, one);
        ConversationId held = heldBy(tess, one).getFirst();
        CampaignId two = campaign(person);
        assignments.handOut(ora, two, tess.memberId(), 1);
        ConversationId other = heldBy(tess, two).getFirst();
        clock.tick(Duration.ofHours(9));
        assertThat(send(tess, held).state()).isEqualTo(MessageState.HELD);
        db.execute(
                "update messages set state = 'SENT', sent_at = ? where topic_id = ?",
                "2026-10-14 16:00:00",
                held.value());

        // A day after it was written, but only five hours after it left.
        clock.set(java.time.Instant.parse("2026-10-14T21:00:00Z").plus(Duration.ofHours(6)));
        assertThatThrownBy(() -> send(tess, other)).isInstanceOf(Problem.Conflict.class);
        assertThat(assignments.handOut(ora, campaign(person), tom.memberId(), 1).why())
                .contains(Batch.Short.TEXTED_LATELY);
    }

    @Test
    void only_who_may_see_numbers_reveals_a_supporters() {
        SupporterId person = people(1).getFirst();

        assertThatThrownBy(() -> supporters.revealed(here.member(Role.COORDINATOR), person))
                .isInstanceOf(Problem.Refused.class);
        supporters.revealed(ora, person);
    }
}
