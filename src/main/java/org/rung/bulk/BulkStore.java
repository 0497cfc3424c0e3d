package org.rung.bulk;

import static org.rung.db.Tables.BULK_JOBS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;
import org.rung.db.tables.records.BulkJobsRecord;
import org.rung.filters.FilterJson;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class BulkStore {
    private static final SupporterId START = new SupporterId(0);

    private final DSLContext db;

    BulkStore(DSLContext db) {
        this.db = db;
    }

    void add(BulkJob job) {
        db.insertInto(BULK_JOBS)
                .set(BULK_JOBS.BULK_JOB_ID, job.bulkJobId())
                .set(BULK_JOBS.ORGANIZATION_ID, job.organizationId())
                .set(BULK_JOBS.KIND, job.kind())
                .set(BULK_JOBS.STATE, job.state())
                .set(BULK_JOBS.TARGET, job.target())
                .set(BULK_JOBS.TAG_ID, job.tag().orElse(null))
                .set(BULK_JOBS.TURF_ID, job.turf().orElse(null))
                .set(
                        BULK_JOBS.REASON,
                        job.suppression().map(SuppressionDraft::reason).orElse(""))
                .set(
                        BULK_JOBS.UNTIL_AT,
                        job.suppression()
                                .flatMap(draft -> draft.scope().until())
                                .orElse(null))
                .set(
                        BULK_JOBS.OCCASION_ID,
                        job.suppression().map(draft -> draft.scope().occasion()).orElse(null))
                .set(BULK_JOBS.FILTER, job.filter().map(FilterJson::write).orElse(null))
                .set(BULK_JOBS.AFTER_SUPPORTER_ID, START)
                .set(BULK_JOBS.MEMBER_ID, job.member().orElse(null))
                .set(BULK_JOBS.CREATED_AT, job.createdAt())
                .execute();
    }

    Optional<BulkJob> find(OrganizationId organization, BulkJobId job) {
        return db.selectFrom(BULK_JOBS)
                .where(BULK_JOBS.BULK_JOB_ID.eq(job), BULK_JOBS.ORGANIZATION_ID.eq(organization))
                .fetchOptional(BulkStore::job);
    }

    /** For the scheduler's jobs, which know only the id. */
    Optional<BulkJob> find(BulkJobId job) {
        return db.selectFrom(BULK_JOBS).where(BULK_JOBS.BULK_JOB_ID.eq(job)).fetchOptional(BulkStore::job);
    }

    /** As it is now, and until this transaction ends. */
    Optional<BulkJob> lock(BulkJobId job) {
        return db.selectFrom(BULK_JOBS)
                .where(BULK_JOBS.BULK_JOB_ID.eq(job))
                .forUpdate()
                .fetchOptional(BulkStore::job);
    }

    List<BulkJobId> working() {
        return db.select(BULK_JOBS.BULK_JOB_ID)
                .from(BULK_JOBS)
                .where(BULK_JOBS.STATE.in(BulkState.GATHERING, BulkState.RUNNING, BulkState.UNDOING))
                .fetch(BULK_JOBS.BULK_JOB_ID);
    }

    List<BulkJob> page(OrganizationId organization, Optional<BulkJobId> before, int limit) {
        return db.selectFrom(BULK_JOBS)
                .where(BULK_JOBS.ORGANIZATION_ID.eq(organization))
                .and(before.map(BULK_JOBS.BULK_JOB_ID::lt).orElse(DSL.noCondition()))
                .orderBy(BULK_JOBS.BULK_JOB_ID.desc())
                .limit(limit)
                .fetch(BulkStore::job);
    }

    void gathered(BulkJobId job, long total, Instant now) {
        db.update(BULK_JOBS)
                .set(BULK_JOBS.STATE, BulkState.RUNNING)
                .set(BULK_JOBS.TOTAL, total)
                .set(BULK_JOBS.STARTED_AT, now)
                .where(BULK_JOBS.BULK_JOB_ID.eq(job))
                .execute();
    }

    void advance(BulkJobId job, SupporterId after, long people, long changed) {
        db.update(BULK_JOBS)
                .set(BULK_JOBS.AFTER_SUPPORTER_ID, after)
                .set(BULK_JOBS.DONE, BULK_JOBS.DONE.plus(people))
                .set(BULK_JOBS.CHANGED, BULK_JOBS.CHANGED.plus(changed))
                .where(BULK_JOBS.BULK_JOB_ID.eq(job))
                .execute();
    }

    /** From the first person, the other way; as many are to do as it changed. */
    void undo(BulkJobId job) {
        db.update(BULK_JOBS)
                .set(BULK_JOBS.STATE, BulkState.UNDOING)
                .set(BULK_JOBS.AFTER_SUPPORTER_ID, START)
                .set(BULK_JOBS.DONE, 0L)
                .set(BULK_JOBS.TOTAL, BULK_JOBS.CHANGED)
                .where(BULK_JOBS.BULK_JOB_ID.eq(job))
                .execute();
    }

    void end(BulkJobId job, BulkState state, Optional<Problem.Invalid> problem, Instant now) {
        db.update(BULK_JOBS)
                .set(BULK_JOBS.STATE, state)
                .set(BULK_JOBS.PROBLEM, problem.map(Problem.Invalid::text).orElse(null))
                .set(BULK_JOBS.ENDED_AT, now)
                .where(BULK_JOBS.BULK_JOB_ID.eq(job))
                .execute();
    }

    private static BulkJob job(BulkJobsRecord row) {
        return new BulkJob(
                row.getBulkJobId(),
                row.getOrganizationId(),
                row.getKind(),
                row.getState(),
                row.getTarget(),
                Optional.ofNullable(row.getTagId()),
                Optional.ofNullable(row.getTurfId()),
                suppression(row),
                Optional.ofNullable(row.getFilter()).map(FilterJson::read),
                Optional.ofNullable(row.getTotal()),
                row.getDone(),
                row.getChanged(),
                row.getAfterSupporterId(),
                problem(row.getProblem()),
                Optional.ofNullable(row.getMemberId()),
                row.getCreatedAt(),
                Optional.ofNullable(row.getStartedAt()),
                Optional.ofNullable(row.getEndedAt()));
    }

    private static Optional<SuppressionDraft> suppression(BulkJobsRecord row) {
        return Optional.ofNullable(row.getOccasionId())
                .map(occasion -> new SuppressionDraft(
                        SuppressionScope.of(occasion, row.getUntilAt()),
                        row.getReason(),
                        SuppressionWay.MANY,
                        Optional.of(row.getBulkJobId().value())));
    }

    private static Optional<Problem.Invalid> problem(@Nullable String text) {
        return text == null ? Optional.empty() : Problem.Invalid.read(text);
    }
}
