package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.help.Help;
import org.rung.help.HelpDraft;
import org.rung.help.HelpOutcome;
import org.rung.help.HelpReason;
import org.rung.help.HelpRow;
import org.rung.help.Helpers;
import org.rung.senders.Meaning;
import org.springframework.beans.factory.annotation.Autowired;

/** A texter lays a conversation into an organizer's hands and sees it come back. */
class GettingHelpTest extends TextingStory {
    private static final HelpDraft ABUSE = new HelpDraft(HelpReason.ABUSE, "He threatens me", Optional.empty());

    @Autowired
    Help help;

    @Autowired
    Helpers helpers;

    @Autowired
    Helping helping;

    @Autowired
    Members members;

    private Actor.Member cory;

    @BeforeEach
    void someoneElse() {
        cory = here.member(Role.COORDINATOR);
    }

    @Test
    void what_is_with_an_organizer_leaves_its_texters_list_and_is_theirs_to_read_only() {
        ConversationId conversation = threatened();

        help.ask(tess, conversation, ABUSE);

        assertThat(replies(tess)).isEmpty();
        assertThat(desk.home(tess).replies().count()).isZero();
        assertThat(desk.waiting(List.of(tess.memberId()))).doesNotContainKey(tess.memberId());
        assertThat(desk.open(tess, conversation).readOnly()).contains(OpenConversation.ReadOnly.WITH_ORGANIZER);
        assertThat(desk.open(tess, conversation).mayBeDone()).isFalse();
        assertThatThrownBy(() -> correspondence.reply(tess, conversation, "Please stop", request()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("An organizer looks after this conversation");
        assertThatThrownBy(() -> outcomes.done(tess, conversation)).isInstanceOf(Problem.Conflict.class);
        assertThat(help.open(ora, Page.Wanted.first(10)).rows()).singleElement().satisfies(row -> {
            assertThat(row.request().reason()).isEqualTo(HelpReason.ABUSE);
            assertThat(row.request().note()).isEqualTo("He threatens me");
            assertThat(row.conversation().supporter()).isEqualTo("Maya0 O.");
            assertThat(row.asker()).startsWith("TEXTER");
        });
        assertThat(helpers.waiting(here.organizationId(), List.of(ora, cory)))
                .containsEntry(ora.memberId(), 1)
                .containsEntry(cory.memberId(), 1);
    }

    @Test
    void what_they_say_meanwhile_goes_to_the_organizer_and_the_texters_time_does_not_run_out() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, ABUSE);
        desk.open(tess, conversation);

        hears(conversation, "Answer me");
        later(Duration.ofDays(2));
        leases.returnExpired();

        assertThat(replies(tess)).isEmpty();
        assertThat(holder(conversation)).isEqualTo(tess.memberId());
        assertThat(open(ora).conversation().unread()).isPositive();
        help.take(ora, conversation, Optional.empty());
        desk.open(ora, conversation);
        assertThat(open(ora).conversation().unread()).isZero();
    }

    @Test
    void an_organizer_answers_and_gives_it_back_and_its_texter_finds_it_on_top_with_the_note() {
        ConversationId conversation = threatened();
        ConversationId other = texted();
        hears(other, "Where is it?");
        help.ask(tess, conversation, ABUSE);
        help.take(ora, conversation, Optional.empty());
        correspondence.reply(ora, conversation, "This is Ora. We do not talk like that.", request());
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(holder(conversation)).isEqualTo(tess.memberId());

        help.giveBack(ora, conversation, "I have spoken to him.");

        assertThat(replies(tess)).containsExactly(conversation, other);
        assertThat(list(tess).getFirst().back()).isTrue();
        assertThat(help.of(tess, conversation).orElseThrow().request()).satisfies(request -> {
            assertThat(request.outcome()).contains(HelpOutcome.BACK);
            assertThat(request.answer()).isEqualTo("I have spoken to him.");
        });
        assertThat(help.open(ora, Page.Wanted.first(10)).rows()).isEmpty();

        helping.seen(tess, conversation);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(replies(tess)).containsExactly(other);
        hears(conversation, "Sorry");
        assertThat(list(tess)).extracting(ConversationRow::back).containsOnly(false);
    }

    @Test
    void what_comes_back_unanswered_waits_for_its_texters_answer_which_ends_the_mark() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, ABUSE);
        help.giveBack(ora, conversation, "Tell him when we meet.");

        helping.seen(tess, conversation);
        assertThat(replies(tess)).containsExactly(conversation);
        correspondence.reply(tess, conversation, "We meet at seven", request());

        assertThat(replies(tess)).isEmpty();
        assertThat(now(conversation).backSince()).isEmpty();
    }

    @Test
    void asked_many_times_at_once_there_is_one_open_request_and_later_another() throws Exception {
        ConversationId conversation = threatened();
        List<Callable<Boolean>> asking = new ArrayList<>();
        for (int i = 0; i < 12; i++) asking.add(() -> wins(() -> help.ask(tess, conversation, ABUSE)));

        assertThat(AtOnce.all(asking)).containsOnlyOnce(true);
        assertThat(requests(conversation)).isEqualTo(1);

        help.giveBack(ora, conversation, "");
        help.ask(tess, conversation, new HelpDraft(HelpReason.QUESTION, "", Optional.empty()));
        assertThat(requests(conversation)).isEqualTo(2);
        assertThat(open(ora).request().reason()).isEqualTo(HelpReason.QUESTION);
    }

    @Test
    void of_two_organizers_who_take_it_at_once_one_has_it_and_the_other_is_told_who() throws Exception {
        Actor.Member omar = here.member(Role.ORGANIZER);
        ConversationId conversation = threatened();
        help.ask(tess, conversation, ABUSE);

        assertThat(AtOnce.all(
                        () -> wins(() -> help.take(ora, conversation, Optional.empty())),
                        () -> wins(() -> help.take(omar, conversation, Optional.empty()))))
                .containsExactlyInAnyOrder(true, false);

        MemberId has = open(ora).request().takenBy().orElseThrow();
        Actor.Member late = has.equals(ora.memberId()) ? omar : ora;
        assertThatThrownBy(() -> help.giveBack(late, conversation, ""))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(members.get(ora, has).name() + " looks after this already");
        assertThat(helpers.waiting(here.organizationId(), List.of(late))).containsEntry(late.memberId(), 0);
        help.take(late, conversation, Optional.of(has));
        assertThat(open(ora).request().takenBy()).contains(late.memberId());
        assertThat(now(conversation).helper()).contains(late.memberId());
    }

    @Test
    void a_coordinator_who_texts_answers_what_they_have_taken_and_nothing_else() {
        cory = new Actor.Member(here.organizationId(), cory.memberId(), Roles.of(Role.COORDINATOR, Role.TEXTER));
        ConversationId conversation = threatened();
        ConversationId other = texted();
        help.ask(tess, conversation, new HelpDraft(HelpReason.EXPERT, "", Optional.of(cory.memberId())));
        assertThat(helpers.waiting(here.organizationId(), List.of(ora, cory)))
                .containsEntry(ora.memberId(), 0)
                .containsEntry(cory.memberId(), 1);
        assertThatThrownBy(() -> correspondence.reply(cory, conversation, "Hello", request()))
                .isInstanceOf(Problem.Missing.class);

        help.take(cory, conversation, Optional.empty());
        assertThat(desk.open(cory, conversation).readOnly()).isEmpty();
        correspondence.reply(cory, conversation, "Hello, this is Cory", request());
        assertThat(messages(conversation, "REPLY")).isEqualTo(1);
        assertThatThrownBy(() -> correspondence.reply(cory, other, "Hello", request()))
                .isInstanceOf(Problem.Missing.class);

        help.giveBack(cory, conversation, "Done");
        assertThatThrownBy(() -> correspondence.reply(cory, conversation, "Hello again", request()))
                .isInstanceOf(Problem.Missing.class);
        assertThat(desk.open(tess, conversation).readOnly()).isEmpty();
    }

    @Test
    void a_coordinator_who_does_not_text_reads_it_and_gives_it_back_with_words() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, new HelpDraft(HelpReason.EXPERT, "", Optional.of(cory.memberId())));
        help.take(cory, conversation, Optional.empty());

        assertThat(desk.open(cory, conversation).readOnly()).contains(OpenConversation.ReadOnly.NOT_YOURS);
        assertThatThrownBy(() -> correspondence.reply(cory, conversation, "Hello", request()))
                .isInstanceOf(Problem.Refused.class);
        help.giveBack(cory, conversation, "Tell him that it is free.");
        assertThat(list(tess).getFirst().back()).isTrue();
    }

    @Test
    void kept_it_is_the_organizers_and_its_texter_is_told_so() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, ABUSE);

        help.keep(ora, conversation);

        assertThat(holder(conversation)).isEqualTo(ora.memberId());
        assertThat(replies(ora)).containsExactly(conversation);
        assertThatThrownBy(() -> conversations.get(tess, conversation)).isInstanceOf(Problem.Missing.class);
        assertThat(help.asked(tess)).singleElement().satisfies(row -> {
            assertThat(row.request().outcome()).contains(HelpOutcome.KEPT);
            assertThat(row.settler()).contains(members.get(ora, ora.memberId()).name());
        });
        later(Duration.ofHours(25));
        assertThat(help.asked(tess)).isEmpty();
    }

    @Test
    void opted_out_nobody_texts_them_any_more() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, ABUSE);

        help.optOut(ora, conversation);

        assertThat(now(conversation).closedReason()).contains(ClosedReason.OPTED_OUT);
        assertThat(now(conversation).helpSince()).isEmpty();
        assertThat(outcome(tess)).isEqualTo(HelpOutcome.OPTED_OUT);
        hears(
                now(conversation).phone(),
                Optional.of(conversation.value()),
                "I will find you",
                Meaning.PLAIN,
                Optional.empty());
        assertThat(replies(tess)).isEmpty();
    }

    @Test
    void a_stop_while_it_is_away_leaves_the_request_for_an_organizer_to_settle() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, ABUSE);
        consents.record(
                here.system(),
                now(conversation).phone(),
                ConsentKind.OPTED_OUT,
                ConsentSource.REPLY,
                "STOP",
                clock.instant());

        assertThat(open(ora).conversation().closedReason()).contains(ClosedReason.OPTED_OUT);
        help.done(ora, conversation);
        assertThat(help.open(ora, Page.Wanted.first(10)).rows()).isEmpty();
        assertThat(outcome(tess)).isEqualTo(HelpOutcome.DONE);
    }

    @Test
    void whatever_else_an_organizer_does_with_it_settles_the_request() {
        ConversationId done = threatened();
        help.ask(tess, done, ABUSE);
        outcomes.done(ora, done);
        assertThat(outcome(tess)).isEqualTo(HelpOutcome.DONE);

        ConversationId given = threatened();
        help.ask(tess, given, ABUSE);
        conversations.give(ora, given, tom.memberId());
        assertThat(outcome(tess)).isEqualTo(HelpOutcome.GIVEN);
        assertThat(replies(tom)).containsExactly(given);

        ConversationId wrong = threatened();
        help.ask(tess, wrong, ABUSE);
        outcomes.wrongNumber(ora, wrong);
        assertThat(outcome(tess)).isEqualTo(HelpOutcome.WRONG_NUMBER);
        assertThat(help.open(ora, Page.Wanted.first(10)).rows()).isEmpty();
    }

    @Test
    void its_texter_takes_it_back_while_nobody_has_it() {
        ConversationId conversation = threatened();
        help.ask(tess, conversation, ABUSE);
        help.withdraw(tess, conversation);
        assertThat(replies(tess)).containsExactly(conversation);
        correspondence.reply(tess, conversation, "It is all right", request());

        hears(conversation, "No it is not");
        help.ask(tess, conversation, ABUSE);
        help.take(ora, conversation, Optional.empty());
        assertThatThrownBy(() -> help.withdraw(tess, conversation))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("looks after this already");
    }

    @Test
    void whose_texter_goes_home_or_is_gone_it_is_nobodys_work_until_it_is_given_back() {
        ConversationId conversation = threatened();
        CampaignId campaign = now(conversation).campaign().orElseThrow();
        help.ask(tess, conversation, ABUSE);
        assignments.leave(tess, true);
        assertThat(holder(conversation)).isEqualTo(tess.memberId());

        Actor.Member ada = here.member(Role.ADMIN);
        members.suspend(ada, tess.memberId());
        assertThat(now(conversation).texter()).isEmpty();
        assertThat(desk.home(ora).inbox().orElseThrow().count()).isZero();
        assertThat(conversations
                        .page(ora, ConversationFilter.INBOX, Page.Wanted.first(10))
                        .rows())
                .isEmpty();
        assertThat(assignments.pull(tom, campaign).replies()).isZero();

        help.giveBack(ora, conversation, "");
        assertThat(assignments.pull(tom, campaign).replies()).isEqualTo(1);
        assertThat(replies(tom)).containsExactly(conversation);
    }

    @Test
    void the_list_comes_a_page_at_a_time_the_oldest_first() {
        CampaignId campaign = campaign(people(5));
        assignments.handOut(ora, campaign, tess.memberId(), 5);
        List<ConversationId> all = heldBy(tess, campaign);
        for (ConversationId one : all) {
            send(tess, one);
            help.ask(tess, one, ABUSE);
        }

        List<ConversationId> read = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<HelpRow> page = help.open(ora, new Page.Wanted(next, 2));
            page.rows().forEach(row -> read.add(row.request().conversationId()));
            next = page.next();
        } while (next.isPresent());

        assertThat(read).isEqualTo(all);
        assertThatThrownBy(() -> help.open(ora, new Page.Wanted(Optional.of("nonsense!"), 2)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void only_who_holds_it_asks_only_who_sees_all_helps_and_nothing_crosses_organizations() {
        ConversationId conversation = threatened();
        assertThatThrownBy(() -> help.ask(tom, conversation, ABUSE)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> help.ask(ora, conversation, ABUSE)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() ->
                        help.ask(tess, conversation, new HelpDraft(HelpReason.OTHER, "", Optional.of(tom.memberId()))))
                .isInstanceOf(Problem.Invalid.class);
        help.ask(tess, conversation, ABUSE);

        assertThatThrownBy(() -> help.open(tom, Page.Wanted.first(1))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> help.take(tess, conversation, Optional.empty()))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> help.giveBack(tess, conversation, "")).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> help.keep(tess, conversation)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> help.withdraw(tom, conversation)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> help.keep(cory, conversation)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> help.optOut(cory, conversation)).isInstanceOf(Problem.Missing.class);

        var elsewhere = NewOrganization.with(db);
        Actor.Member stranger = elsewhere.member(Role.ADMIN);
        assertThat(help.open(stranger, Page.Wanted.first(10)).rows()).isEmpty();
        assertThat(helpers.waiting(elsewhere.organizationId(), List.of(stranger)))
                .containsEntry(stranger.memberId(), 0);
        assertThatThrownBy(() -> help.take(stranger, conversation, Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> help.of(stranger, conversation)).isInstanceOf(Problem.Missing.class);
        ConversationId second = threatened();
        assertThatThrownBy(() ->
                        help.ask(tess, second, new HelpDraft(HelpReason.OTHER, "", Optional.of(stranger.memberId()))))
                .isInstanceOf(Problem.Missing.class);
        assertThat(now(second).helpSince()).isEmpty();
        assertThat(open(ora).request().takenBy()).isEmpty();
    }

    private ConversationId threatened() {
        ConversationId conversation = texted();
        hears(conversation, "I know where you live");
        return conversation;
    }

    private List<ConversationRow> list(Actor.Member texter) {
        return conversations
                .page(texter, ConversationFilter.waitingFor(texter.memberId()), Page.Wanted.first(10))
                .rows();
    }

    private List<ConversationId> replies(Actor.Member texter) {
        return list(texter).stream().map(ConversationRow::conversationId).toList();
    }

    private HelpRow open(Actor.Member helper) {
        return help.open(helper, Page.Wanted.first(10)).rows().getFirst();
    }

    private HelpOutcome outcome(Actor.Member asker) {
        return help.asked(asker).getFirst().request().outcome().orElseThrow();
    }

    private int requests(ConversationId conversation) {
        return db.fetchSingle("select count(*) from help_requests where conversation_id = ?", conversation.value())
                .get(0, int.class);
    }

    private static boolean wins(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Problem.Conflict lost) {
            return false;
        }
    }
}
