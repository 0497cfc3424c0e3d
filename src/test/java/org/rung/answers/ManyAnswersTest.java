package org.rung.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.db.Tables.GIVE_LINKS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rung.cast.NewOrganization;
import org.rung.cast.Paying;
import org.rung.common.Actor;
import org.rung.common.ApiTokenId;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Scopes;
import org.rung.people.Tag;
import org.rung.review.Strength;
import org.rung.review.WatchedWords;
import org.rung.texting.ConversationState;
import org.rung.texting.Objection;
import org.springframework.beans.factory.annotation.Autowired;

class ManyAnswersTest extends AnswersStory {
    @Autowired
    WatchedWords watched;

    @Test
    void each_reads_their_own_name_after_a_breath_and_the_forecast_said_so_without_a_trace() {
        var three = talks(3);
        outcomes.done(tess, three.get(2));
        var wish = says("Thank you, {firstName|friend}!", three);

        var forecast = answers.forecast(ora, ora.memberId(), wish);
        assertThat(forecast.outcomes()).isEqualTo(Map.of(Outcome.SENT, 2, Outcome.CLOSED, 1));
        assertThat(forecast.sample().orElseThrow()).startsWith("Thank you, Maya");
        assertThat(queued("Thank you%")).as("it was only looked at").isZero();
        assertThat(now(three.get(0)).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);

        var job = start(wish);
        answers.goOn(ora, job);
        assertThat(answers.get(ora, job).state())
                .as("one can think better of it")
                .isEqualTo(ReplyState.WAITING);
        assertThat(finished(job).outcomes()).isEqualTo(forecast.outcomes());
        assertThat(answers.get(ora, job).state()).isEqualTo(ReplyState.DONE);
        assertThat(received(three.get(0))).contains("Thank you, Maya0!");
        assertThat(received(three.get(1))).contains("Thank you, Maya1!");
        assertThat(received(three.get(2))).noneMatch(words -> words.startsWith("Thank you"));
        assertThat(now(three.get(0)).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(audited("conversations.answered")).isEqualTo(1);
    }

    @Test
    void each_gets_their_own_link_to_give_and_looking_makes_none() {
        var three = talks(3);
        var wish = says("Thank you! {giveLink}", three);
        assertThat(answers.forecast(ora, ora.memberId(), wish).mayLeave())
                .as("there is no page to give on")
                .isFalse();
        assertThatThrownBy(() -> start(wish))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("Online giving");

        Paying.opened(db, here.organizationId());
        assertThat(answers.forecast(ora, ora.memberId(), wish).sample().orElseThrow())
                .matches("Thank you! \\S+/g/AsLongAsYourOwnLinkIs0");
        assertThat(links()).isZero();
        assertThat(finished(start(wish)).outcomes()).isEqualTo(Map.of(Outcome.SENT, 3));
        assertThat(links()).isEqualTo(3);
        assertThat(three.stream().map(talk -> received(talk).getLast()))
                .doesNotHaveDuplicates()
                .allMatch(words -> words.matches("Thank you! \\S+/g/[\\w-]{22}"));
    }

    private int links() {
        return db.fetchCount(GIVE_LINKS, GIVE_LINKS.ORGANIZATION_ID.eq(here.organizationId()));
    }

    @Test
    void a_double_press_is_one_job_and_one_text_each() throws Exception {
        var two = talks(2);
        var wish = says("See you", two);
        String press = key();
        var started = atOnce(4, () -> answers.start(ora, ora.memberId(), wish, press, false));
        assertThat(Set.copyOf(started)).hasSize(1);
        finished(started.getFirst());
        assertThat(answers.start(ora, ora.memberId(), wish, press, false)).isEqualTo(started.getFirst());
        finished(started.getFirst());
        assertThat(queued("See you")).isEqualTo(2);
        assertThat(answers.page(ora, Page.Wanted.first(5)).rows()).hasSize(1);
        assertThat(audited("conversations.answered")).isEqualTo(1);
    }

    @Test
    void two_processes_at_once_send_each_text_once() throws Exception {
        var job = start(says("See you", talks(8)));
        clock.tick(ManyAnswers.BREATH);
        atOnce(3, () -> answers.goOn(ora, job));
        assertThat(progress(job).outcomes()).isEqualTo(Map.of(Outcome.SENT, 8));
        assertThat(queued("See you")).isEqualTo(8);
    }

    @Test
    void killed_in_the_middle_it_goes_on_where_it_was_and_what_was_sent_unnoticed_is_not_sent_again() {
        var five = talks(5);
        var job = start(says("See you", five));
        clock.tick(ManyAnswers.BREATH);
        run.run(job, after(4));
        int before = queued("See you");
        assertThat(before).isBetween(1, 4);
        assertThat(answers.get(ora, job).state()).isEqualTo(ReplyState.RUNNING);
        // The worst that a kill could leave behind: a text whose row was never written.
        db.execute("update reply_job_rows set outcome = null, message_id = null where reply_job_id = ?", job.value());
        assertThat(finished(job).outcomes()).isEqualTo(Map.of(Outcome.SENT, 5));
        assertThat(queued("See you")).isEqualTo(5);
    }

    @Test
    void whoever_writes_stop_in_between_gets_nothing_and_is_counted() {
        var three = talks(3);
        var wish = says("See you", three);
        assertThat(answers.forecast(ora, ora.memberId(), wish).getting()).isEqualTo(3);
        var job = start(wish);
        phone(three.get(1)).texts("STOP");
        var progress = finished(job);
        assertThat(progress.outcomes()).isEqualTo(Map.of(Outcome.SENT, 2, Outcome.OPTED_OUT, 1));
        assertThat(received(three.get(1))).doesNotContain("See you");
        assertThat(answers.forecast(ora, ora.memberId(), wish).getting()).isEqualTo(2);
    }

    @Test
    void what_is_stopped_before_it_leaves_never_does_and_what_is_held_is_taken_back() {
        var two = talks(2);
        var job = start(says("A slip", two));
        answers.stop(ora, job);
        answers.stop(ora, job);
        finished(job);
        assertThat(answers.get(ora, job).state()).isEqualTo(ReplyState.CANCELLED);
        assertThat(queued("A slip")).isZero();

        undo(30);
        var other = start(says("Another slip", two));
        finished(other);
        assertThat(now(two.getFirst()).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        answers.stop(ora, other);
        assertThat(finished(other).outcomes()).isEqualTo(Map.of(Outcome.TAKEN_BACK, 2));
        assertThat(now(two.getFirst()).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(received(two.getFirst())).noneMatch(words -> words.endsWith("slip"));
    }

    @Test
    void at_night_it_waits_for_the_morning() {
        var one = talks(1);
        clock.tick(Duration.ofHours(15));
        var wish = says("Good morning", one);
        assertThat(answers.forecast(ora, ora.memberId(), wish).outcomes()).isEqualTo(Map.of(Outcome.WAITS, 1));
        assertThat(finished(start(wish)).outcomes()).isEqualTo(Map.of(Outcome.WAITS, 1));
        assertThat(received(one.getFirst())).doesNotContain("Good morning");
    }

    @Test
    void words_are_looked_at_before_they_leave() {
        var one = talks(1);
        watched.add(here.system(), "guarantee", Strength.WARN);
        watched.add(here.system(), "promise", Strength.HOLD);
        var unknown = says("Hi {nickname}", one);
        assertThat(answers.forecast(ora, ora.memberId(), unknown).mayLeave()).isFalse();
        assertThatThrownBy(() -> start(unknown)).isInstanceOf(Problem.Invalid.class);
        var asked = says("We guarantee it", one);
        assertThat(answers.forecast(ora, ora.memberId(), asked).asks()).isPresent();
        assertThatThrownBy(() -> start(asked))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(Objection.asks(problem)).isTrue());
        assertThat(finished(answers.start(ora, ora.memberId(), asked, key(), true))
                        .got())
                .isEqualTo(1);
        assertThat(finished(start(says("We promise", one))).outcomes()).isEqualTo(Map.of(Outcome.REVIEW, 1));
        assertThat(received(one.getFirst())).contains("We guarantee it").doesNotContain("We promise");
    }

    @Test
    void an_answer_is_recorded_once_for_those_of_the_campaign_with_what_the_script_does() {
        var three = talks(3);
        var elsewhere = talks(1).getFirst();
        assertThat(answers.campaign(ora, three)).isPresent();
        var all = new ArrayList<>(three);
        all.add(elsewhere);
        assertThat(answers.campaign(ora, all)).isEmpty();
        var campaign = now(three.getFirst()).campaign().orElseThrow();
        var wish = new ReplyWish(Set.copyOf(all), new ReplyDeed.Recorded(campaign, "come", "yes"));

        var foreseen = Map.of(Outcome.RECORDED, 3, Outcome.OTHER_CAMPAIGN, 1);
        assertThat(answers.forecast(ora, ora.memberId(), wish).outcomes()).isEqualTo(foreseen);
        assertThat(recorded()).isZero();
        assertThat(finished(start(wish)).outcomes()).isEqualTo(foreseen);
        assertThat(finished(start(wish)).outcomes()).isEqualTo(foreseen);
        assertThat(recorded()).isEqualTo(3);
        assertThat(supporters.get(ora, now(three.getFirst()).supporter()).tags())
                .extracting(Tag::name)
                .contains("Coming");
        var none = new ReplyWish(Set.copyOf(all), new ReplyDeed.Recorded(campaign, "come", "perhaps"));
        assertThatThrownBy(() -> answers.forecast(ora, ora.memberId(), none)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void nobody_reads_the_same_twice_though_they_are_in_two_campaigns() {
        var one = talks(1).getFirst();
        var phone = now(one).phone();
        var other = talks(1).getFirst();
        db.execute(
                "update conversations set phone = ?, supporter_id = ? where conversation_id = ?",
                phone.text(),
                now(one).supporter().value(),
                other.value());
        assertThat(finished(start(says("See you", one, other))).outcomes())
                .isEqualTo(Map.of(Outcome.SENT, 1, Outcome.SAME_NUMBER, 1));
        assertThat(queued("See you")).isEqualTo(1);
    }

    @Test
    void texters_strangers_and_programs_without_the_scope_do_none_of_it() {
        var two = talks(2);
        var wish = says("See you", two);
        var job = start(wish);
        assertThatThrownBy(() -> answers.start(tess, tess.memberId(), wish, key(), false))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> answers.forecast(tess, tess.memberId(), wish)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> answers.stop(tess, job)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> answers.page(tess, Page.Wanted.first(5))).isInstanceOf(Problem.Refused.class);
        var cory = here.member(Role.COORDINATOR);
        assertThatThrownBy(() -> answers.start(cory, cory.memberId(), wish, key(), false))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> answers.start(ora, tess.memberId(), wish, key(), false))
                .as("nobody writes in another's name")
                .isInstanceOf(Problem.Invalid.class);
        var program = new Actor.Token(
                here.organizationId(),
                new ApiTokenId(Id.next()),
                new Scopes(Set.of(Permission.TEXT, Permission.SEE_CONVERSATIONS)));
        assertThatThrownBy(() -> answers.start(program, ora.memberId(), wish, key(), false))
                .isInstanceOf(Problem.Refused.class);
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> answers.start(mallory, mallory.memberId(), wish, key(), false))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> answers.get(mallory, job)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> answers.stop(mallory, job)).isInstanceOf(Problem.Missing.class);
        assertThat(answers.progress(mallory, List.of(job))).isEmpty();
        assertThat(answers.page(mallory, Page.Wanted.first(5)).rows()).isEmpty();
    }

    @Test
    void whoever_may_not_answer_everybody_any_more_sends_nothing_further() {
        var two = talks(2);
        var job = start(says("See you", two));
        db.execute(
                "update members set roles = 'TEXTER' where member_id = ?",
                ora.memberId().value());
        clock.tick(ManyAnswers.BREATH);
        run.run(job, () -> false);
        var failed = answers.get(here.member(Role.ADMIN), job);
        assertThat(failed.state()).isEqualTo(ReplyState.FAILED);
        assertThat(failed.problem()).isPresent();
        assertThat(queued("See you")).isZero();
    }

    private int recorded() {
        return db.fetchOne(
                        "select count(*) from answers where organization_id = ?",
                        here.organizationId().value())
                .get(0, Integer.class);
    }

    private int audited(String verb) {
        return db.fetchOne(
                        "select count(*) from audit_log where organization_id = ? and verb = ?",
                        here.organizationId().value(),
                        verb)
                .get(0, Integer.class);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) all.add(pool.submit(work));
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) results.add(one.get());
            return results;
        }
    }
}
