package org.rung.tasks;

import static org.rung.db.Tables.TASKS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** The lists of tasks, a page after the other: open ones by their day, ended ones the latest first. */
@Repository
class TaskPageStore {
    private final TaskStore store;

    TaskPageStore(TaskStore store) {
        this.store = store;
    }

    Page<Task> page(Actor actor, TaskFilter filter, LocalDate today, Page.Wanted wanted) {
        boolean ended = filter.list() == TaskList.DONE;
        List<SortField<?>> order = ended
                ? List.of(TASKS.ENDED_AT.desc(), TASKS.TASK_ID.desc())
                : List.of(TASKS.DUE_ON.asc(), TASKS.TASK_ID.asc());
        List<Task> found = store.page(
                actor.organization(),
                which(actor, filter, today)
                        .and(wanted.after()
                                .map(text -> ended ? before(text) : after(text))
                                .orElse(DSL.noCondition())),
                order,
                wanted.size() + 1,
                actor.may(Permission.SEE_PEOPLE));
        if (found.size() <= wanted.size()) return new Page<>(found, Optional.empty());
        List<Task> page = found.subList(0, wanted.size());
        Task last = page.getLast();
        String mark = ended
                ? last.endedAt().map(Instant::toString).orElse("")
                : last.day().toString();
        return new Page<>(page, Optional.of(last.taskId().text() + "." + mark));
    }

    /** Of one supporter, the latest first. */
    List<Task> endedBefore(Actor actor, SupporterId supporterId, Instant before, int most) {
        return store.page(
                actor.organization(),
                TASKS.SUPPORTER_ID.eq(supporterId).and(TASKS.ENDED_AT.lt(before)),
                List.of(TASKS.ENDED_AT.desc(), TASKS.TASK_ID.desc()),
                most,
                actor.may(Permission.SEE_PEOPLE));
    }

    private static Condition which(Actor actor, TaskFilter filter, LocalDate today) {
        Condition open = TASKS.STATE.eq(TaskState.OPEN);
        Condition mine = actor.member().map(TASKS.MEMBER_ID::eq).orElse(DSL.falseCondition());
        Condition seen = actor.may(Permission.SEE_PEOPLE) ? DSL.noCondition() : mine;
        Condition list =
                switch (filter.list()) {
                    case MINE -> open.and(mine);
                    case TEAM -> open.and(seen);
                    case OVERDUE -> open.and(TASKS.DUE_ON.lt(today)).and(seen);
                    case DONE -> TASKS.ENDED_AT.isNotNull().and(seen);
                };
        return list.and(filter.owner().map(TASKS.MEMBER_ID::eq).orElse(DSL.noCondition()))
                .and(filter.supporter().map(TASKS.SUPPORTER_ID::eq).orElse(DSL.noCondition()));
    }

    private static Condition after(String text) {
        try {
            LocalDate day = LocalDate.parse(mark(text));
            return TASKS.DUE_ON.gt(day).or(TASKS.DUE_ON.eq(day).and(TASKS.TASK_ID.gt(id(text))));
        } catch (DateTimeParseException nonsense) {
            throw new Problem.Invalid("after", "problem.not-a-page");
        }
    }

    private static Condition before(String text) {
        try {
            Instant at = Instant.parse(mark(text));
            return TASKS.ENDED_AT.lt(at).or(TASKS.ENDED_AT.eq(at).and(TASKS.TASK_ID.lt(id(text))));
        } catch (DateTimeParseException nonsense) {
            throw new Problem.Invalid("after", "problem.not-a-page");
        }
    }

    private static TaskId id(String text) {
        return new TaskId(Id.parse("after", text.substring(0, Math.max(0, text.indexOf('.')))));
    }

    private static String mark(String text) {
        return text.substring(text.indexOf('.') + 1);
    }
}
