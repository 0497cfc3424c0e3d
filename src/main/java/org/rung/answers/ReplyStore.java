package org.rung.answers;

import static org.rung.db.Tables.REPLY_JOBS;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.db.tables.records.ReplyJobsRecord;
import org.springframework.stereotype.Repository;

@Repository
class ReplyStore {
    private final DSLContext db;

    ReplyStore(DSLContext db) {
        this.db = db;
    }

    /** False when the same press made one already. */
    boolean add(ReplyJob job) {
        var recorded =
                job.deed() instanceof ReplyDeed.Recorded one ? Optional.of(one) : Optional.<ReplyDeed.Recorded>empty();
        return db.insertInto(REPLY_JOBS)
                        .set(REPLY_JOBS.REPLY_JOB_ID, job.replyJobId())
                        .set(REPLY_JOBS.ORGANIZATION_ID, job.organizationId())
                        .set(REPLY_JOBS.MEMBER_ID, job.member())
                        .set(REPLY_JOBS.REQUEST_KEY, job.requestKey())
                        .set(REPLY_JOBS.KIND, job.deed().kind())
                        .set(REPLY_JOBS.STATE, job.state())
                        .set(REPLY_JOBS.WORDS, job.deed() instanceof ReplyDeed.Reply reply ? reply.words() : "")
                        .set(
                                REPLY_JOBS.CAMPAIGN_ID,
                                recorded.map(ReplyDeed.Recorded::campaign).orElse(null))
                        .set(
                                REPLY_JOBS.QUESTION_KEY,
                                recorded.map(ReplyDeed.Recorded::question).orElse(null))
                        .set(
                                REPLY_JOBS.ANSWER_KEY,
                                recorded.map(ReplyDeed.Recorded::answer).orElse(null))
                        .set(REPLY_JOBS.CREATED_AT, job.createdAt())
                        .set(REPLY_JOBS.LEAVES_AT, job.leavesAt())
                        // A second press of the same button is normal.
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    Optional<ReplyJob> requested(OrganizationId here, String requestKey) {
        return db.selectFrom(REPLY_JOBS)
                .where(REPLY_JOBS.ORGANIZATION_ID.eq(here))
                .and(REPLY_JOBS.REQUEST_KEY.eq(requestKey))
                .fetchOptional(ReplyStore::job);
    }

    Optional<ReplyJob> find(OrganizationId here, ReplyJobId job) {
        return db.selectFrom(REPLY_JOBS)
                .where(REPLY_JOBS.REPLY_JOB_ID.eq(job))
                .and(REPLY_JOBS.ORGANIZATION_ID.eq(here))
                .fetchOptional(ReplyStore::job);
    }

    /** For the scheduler's jobs, which know only the id. */
    Optional<ReplyJob> find(ReplyJobId job) {
        return db.selectFrom(REPLY_JOBS).where(REPLY_JOBS.REPLY_JOB_ID.eq(job)).fetchOptional(ReplyStore::job);
    }

    /** As it is now, and until this transaction ends. */
    Optional<ReplyJob> lock(ReplyJobId job) {
        return db.selectFrom(REPLY_JOBS)
                .where(REPLY_JOBS.REPLY_JOB_ID.eq(job))
                .forUpdate()
                .fetchOptional(ReplyStore::job);
    }

    List<ReplyJob> working() {
        return db.selectFrom(REPLY_JOBS)
                .where(REPLY_JOBS.STATE.in(ReplyState.WAITING, ReplyState.RUNNING, ReplyState.STOPPING))
                .fetch(ReplyStore::job);
    }

    List<ReplyJob> page(OrganizationId here, Optional<ReplyJobId> before, int most) {
        return db.selectFrom(REPLY_JOBS)
                .where(REPLY_JOBS.ORGANIZATION_ID.eq(here))
                .and(before.map(REPLY_JOBS.REPLY_JOB_ID::lt).orElse(DSL.noCondition()))
                .orderBy(REPLY_JOBS.REPLY_JOB_ID.desc())
                .limit(most)
                .fetch(ReplyStore::job);
    }

    void move(ReplyJobId job, ReplyState state) {
        db.update(REPLY_JOBS)
                .set(REPLY_JOBS.STATE, state)
                .where(REPLY_JOBS.REPLY_JOB_ID.eq(job))
                .execute();
    }

    void end(ReplyJobId job, ReplyState state, Optional<Problem.Invalid> problem, Instant now) {
        db.update(REPLY_JOBS)
                .set(REPLY_JOBS.STATE, state)
                .set(REPLY_JOBS.PROBLEM, problem.map(Problem.Invalid::text).orElse(null))
                .set(REPLY_JOBS.ENDED_AT, now)
                .where(REPLY_JOBS.REPLY_JOB_ID.eq(job))
                .execute();
    }

    private static ReplyJob job(ReplyJobsRecord row) {
        return new ReplyJob(
                row.getReplyJobId(),
                row.getOrganizationId(),
                row.getMemberId(),
                row.getRequestKey(),
                deed(row),
                row.getState(),
                problem(row.getProblem()),
                row.getCreatedAt(),
                row.getLeavesAt(),
                Optional.ofNullable(row.getEndedAt()));
    }

    private static ReplyDeed deed(ReplyJobsRecord row) {
        return switch (row.getKind()) {
            case REPLY -> new ReplyDeed.Reply(row.getWords());
            case RECORD ->
                new ReplyDeed.Recorded(
                        Objects.requireNonNull(row.getCampaignId()),
                        Objects.requireNonNull(row.getQuestionKey()),
                        Objects.requireNonNull(row.getAnswerKey()));
        };
    }

    private static Optional<Problem.Invalid> problem(@Nullable String text) {
        return text == null ? Optional.empty() : Problem.Invalid.read(text);
    }
}
