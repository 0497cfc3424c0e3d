package org.rung.reshaping;

import static org.rung.db.Tables.LADDER_RUNS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.db.tables.records.LadderRunsRecord;
import org.rung.ladder.LadderId;
import org.rung.ladder.Shape;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class RunStore {
    private final DSLContext db;

    RunStore(DSLContext db) {
        this.db = db;
    }

    void add(LadderRun run) {
        db.insertInto(LADDER_RUNS)
                .set(LADDER_RUNS.LADDER_RUN_ID, run.runId())
                .set(LADDER_RUNS.ORGANIZATION_ID, run.organizationId())
                .set(LADDER_RUNS.LADDER_ID, run.ladderId())
                .set(LADDER_RUNS.KIND, run.kind())
                .set(LADDER_RUNS.STATE, run.state())
                .set(LADDER_RUNS.VERSION, run.version())
                .set(LADDER_RUNS.REVISION, run.revision())
                .set(LADDER_RUNS.SHAPE, run.shape().map(Shape::text).orElse(null))
                .set(LADDER_RUNS.TOTAL, run.total())
                .set(LADDER_RUNS.AFTER_SUPPORTER_ID, run.after())
                .set(LADDER_RUNS.MEMBER_ID, run.by().orElse(null))
                .set(LADDER_RUNS.CREATED_AT, run.createdAt())
                .execute();
    }

    Optional<LadderRun> find(OrganizationId organization, LadderRunId run) {
        return db.selectFrom(LADDER_RUNS)
                .where(LADDER_RUNS.LADDER_RUN_ID.eq(run), LADDER_RUNS.ORGANIZATION_ID.eq(organization))
                .fetchOptional(RunStore::run);
    }

    Optional<LadderRun> latest(OrganizationId organization, LadderId ladder, RunKind kind) {
        return db.selectFrom(LADDER_RUNS)
                .where(
                        LADDER_RUNS.ORGANIZATION_ID.eq(organization),
                        LADDER_RUNS.LADDER_ID.eq(ladder),
                        LADDER_RUNS.KIND.eq(kind))
                .orderBy(LADDER_RUNS.LADDER_RUN_ID.desc())
                .limit(1)
                .fetchOptional(RunStore::run);
    }

    /** As it is now, and until this transaction ends; for the scheduler's jobs, which know only the id. */
    Optional<LadderRun> lock(LadderRunId run) {
        return db.selectFrom(LADDER_RUNS)
                .where(LADDER_RUNS.LADDER_RUN_ID.eq(run))
                .forUpdate()
                .fetchOptional(RunStore::run);
    }

    List<LadderRunId> working() {
        return db.select(LADDER_RUNS.LADDER_RUN_ID)
                .from(LADDER_RUNS)
                .where(LADDER_RUNS.STATE.eq(RunState.RUNNING))
                .fetch(LADDER_RUNS.LADDER_RUN_ID);
    }

    /** Those that another one of this kind takes the place of; what previews found goes with them. */
    void replace(OrganizationId organization, LadderId ladder, RunKind kind, Instant now) {
        var theirs = LADDER_RUNS
                .ORGANIZATION_ID
                .eq(organization)
                .and(LADDER_RUNS.LADDER_ID.eq(ladder))
                .and(LADDER_RUNS.KIND.eq(kind));
        if (kind == RunKind.PREVIEW) {
            db.deleteFrom(LADDER_RUNS).where(theirs).execute();
        } else {
            db.update(LADDER_RUNS)
                    .set(LADDER_RUNS.STATE, RunState.CANCELLED)
                    .set(LADDER_RUNS.ENDED_AT, now)
                    .where(theirs, LADDER_RUNS.STATE.eq(RunState.RUNNING))
                    .execute();
        }
    }

    void advance(LadderRunId run, SupporterId after, int people, int rises, int falls) {
        db.update(LADDER_RUNS)
                .set(LADDER_RUNS.AFTER_SUPPORTER_ID, after)
                .set(LADDER_RUNS.DONE, LADDER_RUNS.DONE.plus(people))
                .set(LADDER_RUNS.RISES, LADDER_RUNS.RISES.plus(rises))
                .set(LADDER_RUNS.FALLS, LADDER_RUNS.FALLS.plus(falls))
                .where(LADDER_RUNS.LADDER_RUN_ID.eq(run))
                .execute();
    }

    void end(LadderRunId run, RunState state, Instant now) {
        db.update(LADDER_RUNS)
                .set(LADDER_RUNS.STATE, state)
                .set(LADDER_RUNS.ENDED_AT, now)
                .where(LADDER_RUNS.LADDER_RUN_ID.eq(run))
                .execute();
    }

    private static LadderRun run(LadderRunsRecord row) {
        return new LadderRun(
                row.getLadderRunId(),
                row.getOrganizationId(),
                row.getLadderId(),
                row.getKind(),
                row.getState(),
                row.getVersion(),
                row.getRevision(),
                Optional.ofNullable(row.getShape()).map(Shape::read),
                row.getTotal(),
                row.getDone(),
                row.getRises(),
                row.getFalls(),
                row.getAfterSupporterId(),
                Optional.ofNullable(row.getMemberId()),
                row.getCreatedAt());
    }
}
