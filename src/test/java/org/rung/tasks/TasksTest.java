package org.rung.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.events.EventStory;
import org.rung.merging.MergeDraft;
import org.rung.merging.Merges;
import org.rung.people.SupporterId;
import org.rung.pointpeople.PointPeople;
import org.rung.texting.ConversationId;
import org.springframework.beans.factory.annotation.Autowired;

class TasksTest extends EventStory {
    @Autowired
    Tasks tasks;

    @Autowired
    PointPeople points;

    @Autowired
    Commitments commitments;

    @Autowired
    Merges merges;

    private TaskId make(Actor actor, SupporterId who, String title, int days, Optional<Actor.Member> owner) {
        return tasks.make(
                actor,
                new TaskDraft(who, title, tasks.today(actor).plusDays(days), owner.map(Actor.Member::memberId)),
                Optional.empty());
    }

    private List<String> titles(Actor actor, TaskList list) {
        return tasks.page(actor, TaskFilter.of(list), Page.Wanted.first(50)).rows().stream()
                .map(Task::title)
                .toList();
    }

    @Test
    void a_task_without_an_owner_goes_to_the_point_person_and_where_there_is_none_it_waits() {
        Actor.Member tess = here.member(Role.TEXTER);
        SupporterId nia = person("Nia");
        SupporterId bo = person("Bo");
        points.put(ora, nia, Optional.of(tess.memberId()));
        make(ora, nia, "Call Nia", 1, Optional.empty());
        TaskId waits = make(ora, bo, "Call Bo", 2, Optional.empty());

        assertThat(titles(tess, TaskList.MINE)).containsExactly("Call Nia");
        assertThat(tasks.get(ora, waits).owner()).isEmpty();
        assertThat(titles(ora, TaskList.TEAM)).containsExactly("Call Nia", "Call Bo");
        assertThat(titles(ora, TaskList.MINE)).isEmpty();
        tasks.change(ora, waits, TaskChange.pass(tasks.get(ora, waits), Optional.of(ora.memberId())));
        assertThat(titles(ora, TaskList.MINE)).containsExactly("Call Bo");
    }

    @Test
    void a_task_is_overdue_the_day_after_put_off_it_is_not_and_done_it_is_with_what_came_of_it() {
        SupporterId nia = person("Nia");
        TaskId id = make(ora, nia, "Call Nia", 0, Optional.of(ora));
        assertThat(titles(ora, TaskList.OVERDUE)).isEmpty();
        clock.tick(Duration.ofDays(1));
        assertThat(titles(ora, TaskList.OVERDUE)).containsExactly("Call Nia");
        assertThat(tasks.due(here.organizationId(), List.of(ora.memberId()))).containsEntry(ora.memberId(), 1);

        tasks.change(
                ora, id, TaskChange.put(tasks.get(ora, id), tasks.today(ora).plusDays(3)));
        assertThat(titles(ora, TaskList.OVERDUE)).isEmpty();
        tasks.end(ora, id, tasks.get(ora, id).revision(), TaskOutcome.GOOD, "She will host");
        assertThat(titles(ora, TaskList.MINE)).isEmpty();
        assertThat(tasks.page(ora, TaskFilter.of(TaskList.DONE), Page.Wanted.first(5))
                        .rows())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.outcome()).contains(TaskOutcome.GOOD);
                    assertThat(task.note()).isEqualTo("She will host");
                });
        tasks.reopen(ora, id, tasks.get(ora, id).revision());
        assertThat(titles(ora, TaskList.MINE)).containsExactly("Call Nia");
    }

    @Test
    void of_two_who_finish_it_at_once_one_is_told_that_it_was_finished() throws Exception {
        TaskId id = make(ora, person("Nia"), "Call Nia", 1, Optional.of(ora));
        int seen = tasks.get(ora, id).revision();
        Callable<Boolean> finish = () -> {
            try {
                tasks.end(ora, id, seen, TaskOutcome.GOOD, "");
                return true;
            } catch (Problem.Conflict late) {
                return false;
            }
        };
        assertThat(AtOnce.all(List.of(finish, finish, finish))).containsOnlyOnce(true);
        assertThatThrownBy(() -> tasks.change(ora, id, new TaskChange("x", tasks.today(ora), Optional.empty(), seen)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_texter_makes_them_in_conversations_that_they_hold_sees_their_own_and_nothing_crosses() {
        Actor.Member tess = here.member(Role.TEXTER);
        SupporterId nia = person("Nia");
        TaskId oras = make(ora, nia, "Ask Nia", 1, Optional.of(ora));
        assertThatThrownBy(() -> make(tess, nia, "Mine", 1, Optional.empty())).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> titles(tess, TaskList.TEAM)).isInstanceOf(Problem.Refused.class);
        assertThat(titles(tess, TaskList.OVERDUE)).isEmpty();
        assertThatThrownBy(() -> tasks.end(tess, oras, 1, TaskOutcome.GOOD, "")).isInstanceOf(Problem.Missing.class);

        Neighbor bo = Neighbor.of(house, here.organizationId());
        bo.texts("Hello");
        ConversationId talk = new ConversationId(db.fetchSingle(
                        "select conversation_id from conversations where organization_id = ? and phone = ?",
                        here.organizationId().value(),
                        bo.phone().text())
                .get(0, Long.class));
        SupporterId who = new SupporterId(
                db.fetchSingle("select supporter_id from conversations where conversation_id = ?", talk.value())
                        .get(0, Long.class));
        TaskDraft draft = new TaskDraft(
                who, "Ring back", tasks.today(ora), Optional.empty(), Optional.of(talk), Optional.empty());
        assertThatThrownBy(() -> tasks.make(tess, draft, Optional.empty())).isInstanceOf(Problem.class);
        TaskId made = tasks.make(ora, draft, Optional.of("press-1"));
        assertThat(tasks.make(ora, draft, Optional.of("press-1"))).isEqualTo(made);
        assertThat(tasks.get(ora, made).conversation()).contains(talk);

        Actor.Member spy = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> tasks.get(spy, made)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> make(spy, nia, "Spy", 1, Optional.empty())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> make(ora, nia, "Ours", 1, Optional.of(spy))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> make(ora, nia, "Late", -1, Optional.empty())).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> make(ora, nia, " ", 1, Optional.empty())).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_broken_promise_is_one_task_of_the_point_person_and_none_once_it_was_kept_after_all() {
        SupporterId nia = person("Nia");
        SupporterId bo = person("Bo");
        points.put(ora, nia, Optional.of(ora.memberId()));
        CommitmentId promise = commitments.promise(
                system,
                nia,
                AskFamily.CONTACT,
                "Call the council",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        CommitmentId bos = commitments.promise(
                system, bo, AskFamily.CONTACT, "", Optional.empty(), Optional.empty(), Optional.empty());
        commitments.settle(system, promise, CommitmentState.BROKEN);
        commitments.settle(system, bos, CommitmentState.BROKEN);
        List<Task> mine = tasks.page(ora, TaskFilter.of(TaskList.MINE), Page.Wanted.first(5))
                .rows();
        assertThat(mine).singleElement().satisfies(task -> {
            assertThat(task.promise()).contains(promise);
            assertThat(task.about()).isEqualTo(TaskAbout.PROMISE);
        });
        assertThat(titles(ora, TaskList.TEAM)).as("Bo has nobody who knows him").hasSize(1);

        TaskDraft again =
                new TaskDraft(nia, "", tasks.today(ora), Optional.empty(), Optional.empty(), Optional.of(promise));
        assertThat(tasks.make(ora, again, Optional.empty()))
                .isEqualTo(mine.getFirst().taskId());
        TaskDraft wrong =
                new TaskDraft(nia, "", tasks.today(ora), Optional.empty(), Optional.empty(), Optional.of(bos));
        assertThatThrownBy(() -> tasks.make(ora, wrong, Optional.empty())).isInstanceOf(Problem.Missing.class);
        commitments.settle(system, promise, CommitmentState.KEPT);
        assertThat(titles(ora, TaskList.TEAM)).isEmpty();
    }

    @Test
    void pages_follow_one_another_without_a_gap() {
        SupporterId nia = person("Nia");
        LocalDate today = tasks.today(ora);
        for (int i = 0; i < 5; i++) make(ora, nia, "Task " + i, i / 2, Optional.of(ora));
        var first = tasks.page(ora, TaskFilter.of(TaskList.MINE), Page.Wanted.first(2));
        var second = tasks.page(ora, TaskFilter.of(TaskList.MINE), new Page.Wanted(first.next(), 2));
        var third = tasks.page(ora, TaskFilter.of(TaskList.MINE), new Page.Wanted(second.next(), 2));
        assertThat(first.rows()).allSatisfy(task -> assertThat(task.day()).isEqualTo(today));
        assertThat(List.of(
                        first.rows().size(), second.rows().size(), third.rows().size()))
                .containsExactly(2, 2, 1);
        assertThat(third.next()).isEmpty();
        assertThatThrownBy(() ->
                        tasks.page(ora, TaskFilter.of(TaskList.MINE), new Page.Wanted(Optional.of("nonsense"), 2)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void tasks_and_the_point_person_go_with_whom_two_entries_turn_out_to_be_and_come_back() {
        SupporterId kept = person("Ana");
        SupporterId gone = person("Anna");
        Actor.Member cory = here.member(Role.COORDINATOR);
        points.put(ora, gone, Optional.of(cory.memberId()));
        TaskId id = make(ora, gone, "Call Anna", 1, Optional.empty());
        var merge = merges.merge(ora, new MergeDraft(kept, gone, Map.of(), Map.of()));
        assertThat(tasks.get(ora, id).supporterId()).isEqualTo(kept);
        assertThat(points.of(here.organizationId(), List.of(kept))).containsEntry(kept, cory.memberId());
        merges.undo(ora, merge);
        assertThat(tasks.get(ora, id).supporterId()).isEqualTo(gone);
        assertThat(points.of(here.organizationId(), List.of(kept, gone))).containsOnlyKeys(gone);

        points.put(ora, kept, Optional.of(ora.memberId()));
        var both = merges.merge(ora, new MergeDraft(kept, gone, Map.of(), Map.of()));
        assertThat(points.of(here.organizationId(), List.of(kept))).containsEntry(kept, ora.memberId());
        merges.undo(ora, both);
        assertThat(points.of(here.organizationId(), List.of(kept, gone)))
                .containsEntry(kept, ora.memberId())
                .containsEntry(gone, cory.memberId());
    }
}
