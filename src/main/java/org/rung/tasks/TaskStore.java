package org.rung.tasks;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.TASKS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class TaskStore {
    private static final List<SelectField<?>> SHOWN = List.of(
            TASKS.TASK_ID,
            TASKS.SUPPORTER_ID,
            SUPPORTERS.FIRST_NAME,
            SUPPORTERS.LAST_NAME,
            TASKS.MEMBER_ID,
            TASKS.ABOUT,
            TASKS.TITLE,
            TASKS.DUE_ON,
            TASKS.STATE,
            TASKS.OUTCOME,
            TASKS.NOTE,
            TASKS.CONVERSATION_ID,
            TASKS.COMMITMENT_ID,
            TASKS.MADE_AT,
            TASKS.ENDED_AT,
            TASKS.REVISION);

    private final DSLContext db;

    TaskStore(DSLContext db) {
        this.db = db;
    }

    /** The same key, or the same promise, again gives the task of then. */
    TaskId add(
            OrganizationId here,
            TaskId id,
            Optional<MemberId> maker,
            TaskDraft draft,
            Optional<MemberId> owner,
            Optional<String> onceKey,
            Instant now) {
        int added = db.insertInto(TASKS)
                .set(TASKS.TASK_ID, id)
                .set(TASKS.ORGANIZATION_ID, here)
                .set(TASKS.SUPPORTER_ID, draft.supporterId())
                .set(TASKS.MEMBER_ID, owner.orElse(null))
                .set(TASKS.MADE_BY_MEMBER_ID, maker.orElse(null))
                .set(TASKS.ABOUT, draft.promise().isPresent() ? TaskAbout.PROMISE : TaskAbout.HAND)
                .set(TASKS.TITLE, draft.title())
                .set(TASKS.DUE_ON, draft.day())
                .set(TASKS.STATE, TaskState.OPEN)
                .set(TASKS.CONVERSATION_ID, draft.conversation().orElse(null))
                .set(TASKS.COMMITMENT_ID, draft.promise().orElse(null))
                .set(TASKS.MADE_AT, now)
                .set(TASKS.ONCE_KEY, onceKey.orElse(null))
                .onDuplicateKeyIgnore()
                .execute();
        if (added == 1) return id;
        return db.select(TASKS.TASK_ID)
                .from(TASKS)
                .where(TASKS.ORGANIZATION_ID.eq(here))
                .and(onceKey.map(TASKS.ONCE_KEY::eq)
                        .orElse(DSL.noCondition())
                        .or(draft.promise().map(TASKS.COMMITMENT_ID::eq).orElse(DSL.falseCondition())))
                .limit(1)
                .fetchOptional(TASKS.TASK_ID)
                .orElse(id);
    }

    Optional<Task> find(OrganizationId here, TaskId id, boolean wholeName) {
        return db.select(SHOWN)
                .from(TASKS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(TASKS.SUPPORTER_ID))
                .where(TASKS.TASK_ID.eq(id), TASKS.ORGANIZATION_ID.eq(here))
                .fetchOptional(row -> task(row, wholeName));
    }

    List<Task> page(OrganizationId here, Condition which, List<SortField<?>> order, int most, boolean wholeName) {
        return db.select(SHOWN)
                .from(TASKS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(TASKS.SUPPORTER_ID))
                .where(TASKS.ORGANIZATION_ID.eq(here))
                .and(which)
                .orderBy(order)
                .limit(most)
                .fetch(row -> task(row, wholeName));
    }

    /** False when it is another revision, or another state, by now. */
    boolean change(OrganizationId here, TaskId id, TaskChange change) {
        return db.update(TASKS)
                        .set(TASKS.TITLE, change.title())
                        .set(TASKS.DUE_ON, change.day())
                        .set(TASKS.MEMBER_ID, change.owner().orElse(null))
                        .set(TASKS.REVISION, change.seen() + 1)
                        .where(
                                TASKS.TASK_ID.eq(id),
                                TASKS.ORGANIZATION_ID.eq(here),
                                TASKS.REVISION.eq(change.seen()),
                                TASKS.STATE.eq(TaskState.OPEN))
                        .execute()
                == 1;
    }

    boolean end(OrganizationId here, TaskId id, int seen, TaskOutcome outcome, String note, Instant now) {
        return db.update(TASKS)
                        .set(TASKS.STATE, outcome == TaskOutcome.NOT_NEEDED ? TaskState.DROPPED : TaskState.DONE)
                        .set(TASKS.OUTCOME, outcome)
                        .set(TASKS.NOTE, note)
                        .set(TASKS.ENDED_AT, now)
                        .set(TASKS.REVISION, seen + 1)
                        .where(
                                TASKS.TASK_ID.eq(id),
                                TASKS.ORGANIZATION_ID.eq(here),
                                TASKS.REVISION.eq(seen),
                                TASKS.STATE.eq(TaskState.OPEN))
                        .execute()
                == 1;
    }

    boolean reopen(OrganizationId here, TaskId id, int seen) {
        return db.update(TASKS)
                        .set(TASKS.STATE, TaskState.OPEN)
                        .setNull(TASKS.OUTCOME)
                        .setNull(TASKS.ENDED_AT)
                        .set(TASKS.REVISION, seen + 1)
                        .where(
                                TASKS.TASK_ID.eq(id),
                                TASKS.ORGANIZATION_ID.eq(here),
                                TASKS.REVISION.eq(seen),
                                TASKS.STATE.ne(TaskState.OPEN))
                        .execute()
                == 1;
    }

    /** How many are due by that day, for each of them. */
    Map<MemberId, Integer> due(Collection<MemberId> members, LocalDate day) {
        return db.select(TASKS.MEMBER_ID, DSL.count())
                .from(TASKS)
                .where(TASKS.MEMBER_ID.in(members), TASKS.STATE.eq(TaskState.OPEN), TASKS.DUE_ON.le(day))
                .groupBy(TASKS.MEMBER_ID)
                .fetchMap(TASKS.MEMBER_ID, DSL.count());
    }

    private static Task task(Record row, boolean wholeName) {
        String first = row.get(SUPPORTERS.FIRST_NAME);
        return new Task(
                row.get(TASKS.TASK_ID),
                row.get(TASKS.SUPPORTER_ID),
                wholeName ? (first + " " + row.get(SUPPORTERS.LAST_NAME)).strip() : first,
                Optional.ofNullable(row.get(TASKS.MEMBER_ID)),
                row.get(TASKS.ABOUT),
                row.get(TASKS.TITLE),
                row.get(TASKS.DUE_ON),
                row.get(TASKS.STATE),
                Optional.ofNullable(row.get(TASKS.OUTCOME)),
                row.get(TASKS.NOTE),
                Optional.ofNullable(row.get(TASKS.CONVERSATION_ID)),
                Optional.ofNullable(row.get(TASKS.COMMITMENT_ID)),
                row.get(TASKS.MADE_AT),
                Optional.ofNullable(row.get(TASKS.ENDED_AT)),
                row.get(TASKS.REVISION));
    }
}
