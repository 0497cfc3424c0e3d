package org.rung.tasks;

import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.SUPPORTER_POINTS;
import static org.rung.db.Tables.TASKS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.commitments.CommitmentId;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Tasks that come of promises by themselves. */
@Repository
class BrokenStore {
    private final DSLContext db;

    BrokenStore(DSLContext db) {
        this.db = db;
    }

    private record Broken(CommitmentId promise, SupporterId who, MemberId owner, String title) {}

    /** For the point person of whoever has one; none where there is a task about that promise already. How many. */
    int add(OrganizationId here, Collection<CommitmentId> promises, LocalDate day, Instant now) {
        List<Broken> broken = db.select(
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        SUPPORTER_POINTS.MEMBER_ID,
                        COMMITMENTS.TITLE)
                .from(COMMITMENTS)
                .join(SUPPORTER_POINTS)
                .on(SUPPORTER_POINTS.SUPPORTER_ID.eq(COMMITMENTS.SUPPORTER_ID))
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(SUPPORTER_POINTS.MEMBER_ID), MEMBERS.SUSPENDED_AT.isNull())
                .where(COMMITMENTS.COMMITMENT_ID.in(promises), COMMITMENTS.ORGANIZATION_ID.eq(here))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .fetch(row -> new Broken(row.value1(), row.value2(), row.value3(), row.value4()));
        if (broken.isEmpty()) return 0;
        var insert = db.insertInto(
                TASKS,
                TASKS.TASK_ID,
                TASKS.ORGANIZATION_ID,
                TASKS.SUPPORTER_ID,
                TASKS.MEMBER_ID,
                TASKS.ABOUT,
                TASKS.TITLE,
                TASKS.DUE_ON,
                TASKS.STATE,
                TASKS.COMMITMENT_ID,
                TASKS.MADE_AT);
        for (Broken one : broken) {
            insert = insert.values(
                    new TaskId(Id.next()),
                    here,
                    one.who(),
                    one.owner(),
                    TaskAbout.PROMISE,
                    one.title(),
                    day,
                    TaskState.OPEN,
                    one.promise(),
                    now);
        }
        return insert.onDuplicateKeyIgnore().execute();
    }

    /** Nothing is left to do about promises that were kept after all, or are open again. How many. */
    int drop(OrganizationId here, Collection<CommitmentId> promises, Instant now) {
        return db.update(TASKS)
                .set(TASKS.STATE, TaskState.DROPPED)
                .set(TASKS.OUTCOME, TaskOutcome.NOT_NEEDED)
                .set(TASKS.ENDED_AT, now)
                .set(TASKS.REVISION, TASKS.REVISION.plus(1))
                .where(TASKS.COMMITMENT_ID.in(promises), TASKS.ORGANIZATION_ID.eq(here), TASKS.STATE.eq(TaskState.OPEN))
                .execute();
    }
}
