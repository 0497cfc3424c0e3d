package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.followups.ComingBack;
import org.rung.followups.FollowUp;
import org.rung.followups.FollowUpDraft;
import org.rung.followups.FollowUps;
import org.rung.followups.Mornings;
import org.rung.messaging.Text;
import org.rung.senders.Meaning;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** "Not now, ask me on …". It is Tuesday, ten in the morning where everybody lives, and texting begins at nine. */
class FollowUpsTest extends TextingStory {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 10, 13);
    private static final Instant FRIDAY_AT_NINE = Instant.parse("2026-10-16T16:00:00Z");

    @Autowired
    FollowUps followUps;

    @Autowired
    Members members;

    @Autowired
    ApplicationContext house;

    @Test
    void a_conversation_that_is_put_off_waits_for_nobody_and_is_back_on_top_as_that_days_hours_begin() {
        ConversationId other = heard("Who is this?");
        ConversationId conversation = heard("Not now, my exams are on");

        FollowUp made = putOff(conversation, 3, "after the exams");

        assertThat(made.returnsAt()).isEqualTo(FRIDAY_AT_NINE);
        assertThat(replies(tess)).containsExactly(other);
        assertThat(desk.home(tess).replies().count()).isEqualTo(1);
        assertThat(desk.waiting(List.of(tess.memberId()))).containsEntry(tess.memberId(), 1);

        clock.set(FRIDAY_AT_NINE.minusSeconds(1));
        minutePasses();
        assertThat(replies(tess)).containsExactly(other);

        clock.set(FRIDAY_AT_NINE);
        minutePasses();
        assertThat(replies(tess)).containsExactly(conversation, other);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(conversation).waitingSince()).contains(FRIDAY_AT_NINE);
        assertThat(now(conversation).leasedUntil()).contains(FRIDAY_AT_NINE.plus(Duration.ofMinutes(60)));
        assertThat(followUps.of(tess, conversation)).map(FollowUp::back).contains(true);
        assertThat(messages(conversation, "REPLY")).isZero();
    }

    @Test
    void it_comes_back_by_the_supporters_own_morning() {
        ConversationId conversation = heard("Not now");
        db.execute(
                "update supporters set zone = 'Pacific/Honolulu' where supporter_id = ?",
                now(conversation).supporter().value());

        assertThat(putOff(conversation, 1, "").returnsAt()).isEqualTo(Instant.parse("2026-10-14T19:00:00Z"));
    }

    @Test
    void a_minute_that_passes_twice_brings_it_back_once() {
        ConversationId conversation = heard("Not now");
        putOff(conversation, 3, "");
        clock.set(FRIDAY_AT_NINE);
        minutePasses();
        correspondence.reply(tess, conversation, "Shall we talk now?", request());

        minutePasses();

        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(followUps.of(tess, conversation)).isEmpty();
    }

    @Test
    void a_reply_of_the_supporter_ends_it() {
        ConversationId conversation = heard("Not now");
        putOff(conversation, 3, "");

        hears(conversation, "On second thought, now is good");

        assertThat(replies(tess)).containsExactly(conversation);
        assertThat(followUps.of(tess, conversation)).isEmpty();
        correspondence.reply(tess, conversation, "Wonderful", request());
        clock.set(FRIDAY_AT_NINE);
        minutePasses();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
    }

    @Test
    void answering_meanwhile_leaves_the_day_and_a_text_that_is_taken_back_too() {
        ConversationId conversation = heard("Not now");
        Text text = correspondence.reply(tess, conversation, "Then on Friday!", request());
        putOff(conversation, 3, "");

        assertThat(correspondence.undo(tess, conversation, text.messageId())).isTrue();
        assertThat(replies(tess)).isEmpty();
        correspondence.reply(tess, conversation, "Friday it is", request());

        clock.set(FRIDAY_AT_NINE);
        minutePasses();
        assertThat(replies(tess)).containsExactly(conversation);
    }

    @Test
    void another_day_takes_the_place_of_the_first() {
        ConversationId conversation = heard("Not now");
        putOff(conversation, 1, "tomorrow");
        putOff(conversation, 3, "or rather Friday");

        clock.set(FRIDAY_AT_NINE.minusSeconds(1));
        minutePasses();
        assertThat(replies(tess)).isEmpty();
        assertThat(mine(tess))
                .singleElement()
                .satisfies(one -> assertThat(one.followUp().note()).isEqualTo("or rather Friday"));

        clock.set(FRIDAY_AT_NINE);
        minutePasses();
        assertThat(replies(tess)).containsExactly(conversation);
        assertThat(mine(tess)).isEmpty();
    }

    @Test
    void what_is_dropped_waits_again_as_before_and_does_not_come_back() {
        ConversationId waited = heard("Not now");
        Instant since = now(waited).waitingSince().orElseThrow();
        ConversationId answered = heard("Not now");
        correspondence.reply(tess, answered, "I will ask again", request());
        putOff(waited, 3, "");
        putOff(waited, 4, "");
        putOff(answered, 3, "");

        followUps.drop(tess, waited);
        followUps.drop(tess, answered);

        assertThat(replies(tess)).containsExactly(waited);
        assertThat(now(waited).waitingSince()).contains(since);
        assertThat(now(answered).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        clock.set(FRIDAY_AT_NINE);
        minutePasses();
        assertThat(now(answered).state()).isEqualTo(ConversationState.AWAITING_REPLY);
    }

    @Test
    void it_comes_back_to_everyone_when_its_texter_is_suspended_meanwhile() {
        ConversationId conversation = heard("Not now");
        CampaignId campaign = now(conversation).campaign().orElseThrow();
        putOff(conversation, 3, "");
        members.suspend(here.member(Role.ADMIN), tess.memberId());

        clock.set(FRIDAY_AT_NINE);
        minutePasses();

        assertThat(now(conversation).texter()).isEmpty();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assignments.pull(tom, campaign);
        assertThat(replies(tom)).containsExactly(conversation);
    }

    @Test
    void what_is_closed_meanwhile_stays_closed() {
        ConversationId done = heard("Not now");
        ConversationId out = heard("Not now");
        putOff(done, 3, "");
        putOff(out, 3, "");
        outcomes.done(tess, done);
        outcomes.optOut(tess, out);

        clock.set(FRIDAY_AT_NINE);
        minutePasses();

        assertThat(now(done).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(now(out).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(mine(tess)).isEmpty();
    }

    @Test
    void many_come_back_at_once_each_to_its_own_texter() {
        List<ConversationId> all =
                Stream.generate(() -> heard("Not now")).limit(5).toList();
        all.forEach(one -> putOff(one, 3, ""));
        conversations.give(ora, all.get(1), tom.memberId());

        clock.set(FRIDAY_AT_NINE);
        Mornings.bringBack(house, 2);

        assertThat(replies(tom)).containsExactly(all.get(1));
        assertThat(replies(tess)).containsExactly(all.get(0), all.get(2), all.get(3), all.get(4));
    }

    @Test
    void days_that_are_over_or_too_far_and_conversations_that_have_not_begun_are_refused() {
        ConversationId conversation = heard("Not now");
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        ConversationId untexted = heldBy(tess, campaign).getFirst();

        assertThatThrownBy(() -> putOff(conversation, 0, "")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> putOff(conversation, 367, "")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> putOff(conversation, 1, "x".repeat(301))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> putOff(untexted, 1, "")).isInstanceOf(Problem.Conflict.class);
        assertThat(replies(tess)).containsExactly(conversation);
    }

    @Test
    void nobody_puts_off_or_sees_what_another_texter_or_organization_holds() {
        ConversationId conversation = heard("Not now");
        putOff(conversation, 3, "private");
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);

        for (Actor.Member stranger : List.of(tom, elsewhere)) {
            assertThatThrownBy(() ->
                            followUps.put(stranger, conversation, new FollowUpDraft(TUESDAY.plusDays(1), "mine now")))
                    .isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> followUps.drop(stranger, conversation)).isInstanceOf(Problem.Missing.class);
            assertThatThrownBy(() -> followUps.of(stranger, conversation)).isInstanceOf(Problem.Missing.class);
            assertThat(mine(stranger)).isEmpty();
        }
        assertThat(followUps.of(tess, conversation)).map(FollowUp::note).contains("private");
    }

    @Test
    void what_comes_back_is_listed_by_its_day_a_page_at_a_time() {
        ConversationId friday = heard("Not now");
        ConversationId tomorrow = heard("Not now");
        ConversationId thursday = heard("Not now");
        putOff(friday, 3, "");
        putOff(tomorrow, 1, "");
        putOff(thursday, 2, "");

        var first = followUps.mine(tess, Page.Wanted.first(2));
        var second = followUps.mine(tess, new Page.Wanted(first.next(), 2));

        assertThat(ids(first.rows())).containsExactly(tomorrow, thursday);
        assertThat(ids(second.rows())).containsExactly(friday);
        assertThat(second.next()).isEmpty();
        assertThat(followUps.count(tess)).isEqualTo(3);
        assertThatThrownBy(() -> followUps.mine(tess, new Page.Wanted(java.util.Optional.of("nonsense"), 2)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void what_the_inbox_puts_off_is_listed_to_organizers_and_comes_back_to_the_inbox() {
        ConversationId unheld = written("Not now, ask me on Friday");
        assertThat(now(unheld).texter()).isEmpty();
        followUps.put(ora, unheld, new FollowUpDraft(TUESDAY.plusDays(3), "new here"));
        ConversationId held = heard("Not now");
        putOff(held, 3, "");

        assertThat(ids(followUps.ofInbox(ora, Page.Wanted.first(50)).rows())).containsExactly(unheld);
        assertThat(followUps.count(ora)).isEqualTo(1);
        assertThat(mine(ora)).isEmpty();
        assertThatThrownBy(() -> followUps.ofInbox(tess, Page.Wanted.first(50))).isInstanceOf(Problem.Refused.class);
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        assertThat(followUps.ofInbox(elsewhere, Page.Wanted.first(50)).rows()).isEmpty();
        new Screens(house, db).as(ora, window -> {
            assertThat(Screens.on(window, "coming-back")).contains("In the organizers' inbox", "new here");
            assertThat(Screens.on(window, "")).contains("One conversation comes back");
        });

        clock.set(FRIDAY_AT_NINE);
        minutePasses();

        assertThat(followUps.ofInbox(ora, Page.Wanted.first(50)).rows()).isEmpty();
        assertThat(conversations
                        .page(ora, ConversationFilter.INBOX, Page.Wanted.first(50))
                        .rows())
                .extracting(ConversationRow::conversationId)
                .containsExactly(unheld);
    }

    @Test
    void the_note_goes_with_whom_it_is_about() {
        ConversationId conversation = heard("Not now");
        putOff(conversation, 3, "is in hospital");

        supporters.erase(ora, now(conversation).supporter());

        assertThat(db.fetch("select note from follow_ups where conversation_id = ?", conversation.value()))
                .isEmpty();
    }

    @Test
    void a_texter_puts_off_and_drops_in_the_conversation_and_reads_at_home_and_in_the_list_what_comes_back() {
        ConversationId conversation = heard("Not now");
        var screens = new Screens(house, db);
        String path = "conversation/" + conversation.text();

        screens.as(tess, window -> {
            assertThat(Screens.on(window, path)).contains("Ask later…");
            Screens.press(window, "Ask later…");
            Screens.write(window, "Why (if you like)", "after the exams");
            Screens.press(window, "In three days Fri, Oct 16");
            assertThat(Screens.words(window))
                    .contains("Comes back on Fri, Oct 16. after the exams")
                    .doesNotContain("Ask later…");
            assertThat(Screens.on(window, "")).contains("One conversation comes back");
            assertThat(Screens.on(window, "coming-back")).contains("after the exams", "Fri, Oct 16");
            Screens.on(window, path);
            Screens.press(window, "Drop");
            assertThat(Screens.words(window)).contains("Ask later…").doesNotContain("Comes back on");
            assertThat(Screens.on(window, "coming-back")).contains("Nothing comes back");
            assertThat(Screens.on(window, "")).doesNotContain("comes back");
        });

        putOff(conversation, 3, "after the exams");
        clock.set(FRIDAY_AT_NINE);
        minutePasses();
        screens.as(tess, window -> {
            assertThat(Screens.on(window, "replies")).contains("Back on its day: after the exams");
            assertThat(Screens.on(window, path)).contains("Back on its day. after the exams");
        });
        screens.as(tom, window -> assertThat(Screens.on(window, "replies")).doesNotContain("exams"));
    }

    /** By a number that nobody knew. */
    private ConversationId written(String words) {
        var phone = Phones.fresh();
        hears(phone, Optional.empty(), words, Meaning.PLAIN, Optional.empty());
        return new ConversationId(
                db.fetchSingle("select conversation_id from conversations where phone = ?", phone.text())
                        .get(0, Long.class));
    }

    private ConversationId heard(String words) {
        ConversationId conversation = texted();
        hears(conversation, words);
        return conversation;
    }

    private FollowUp putOff(ConversationId conversation, int days, String note) {
        return followUps.put(tess, conversation, new FollowUpDraft(TUESDAY.plusDays(days), note));
    }

    private void minutePasses() {
        Mornings.bringBack(house, 500);
    }

    private List<ConversationId> replies(Actor.Member texter) {
        return conversations
                .page(texter, ConversationFilter.waitingFor(texter.memberId()), Page.Wanted.first(50))
                .rows()
                .stream()
                .map(ConversationRow::conversationId)
                .toList();
    }

    private List<ComingBack> mine(Actor.Member texter) {
        return followUps.mine(texter, Page.Wanted.first(50)).rows();
    }

    private static List<ConversationId> ids(List<ComingBack> rows) {
        return rows.stream().map(one -> one.followUp().conversationId()).toList();
    }
}
