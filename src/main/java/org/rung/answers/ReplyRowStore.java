package org.rung.answers;

import static org.jooq.impl.DSL.count;
import static org.rung.db.Tables.REPLY_JOB_ROWS;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.texting.ConversationId;
import org.springframework.stereotype.Repository;

/** Which conversations a job is about, and what became of each. */
@Repository
class ReplyRowStore {
    private final DSLContext db;

    ReplyRowStore(DSLContext db) {
        this.db = db;
    }

    void add(OrganizationId here, ReplyJobId job, Map<ConversationId, Optional<Outcome>> conversations) {
        var insert = db.insertInto(
                REPLY_JOB_ROWS,
                REPLY_JOB_ROWS.REPLY_JOB_ID,
                REPLY_JOB_ROWS.CONVERSATION_ID,
                REPLY_JOB_ROWS.ORGANIZATION_ID,
                REPLY_JOB_ROWS.OUTCOME);
        for (var one : conversations.entrySet()) {
            insert = insert.values(job, one.getKey(), here, one.getValue().orElse(null));
        }
        insert.execute();
    }

    /** Whose turn has not come. */
    List<ConversationId> next(ReplyJobId job, int most) {
        return db.select(REPLY_JOB_ROWS.CONVERSATION_ID)
                .from(REPLY_JOB_ROWS)
                .where(REPLY_JOB_ROWS.REPLY_JOB_ID.eq(job))
                .and(REPLY_JOB_ROWS.OUTCOME.isNull())
                .orderBy(REPLY_JOB_ROWS.CONVERSATION_ID)
                .limit(most)
                .fetch(REPLY_JOB_ROWS.CONVERSATION_ID);
    }

    boolean open(ReplyJobId job, ConversationId conversation) {
        return db.fetchExists(
                REPLY_JOB_ROWS,
                REPLY_JOB_ROWS
                        .REPLY_JOB_ID
                        .eq(job)
                        .and(REPLY_JOB_ROWS.CONVERSATION_ID.eq(conversation))
                        .and(REPLY_JOB_ROWS.OUTCOME.isNull()));
    }

    /** Whose text may not have left yet, from after one conversation on. */
    Map<ConversationId, MessageId> sent(ReplyJobId job) {
        Map<ConversationId, MessageId> sent = new HashMap<>();
        db.select(REPLY_JOB_ROWS.CONVERSATION_ID, REPLY_JOB_ROWS.MESSAGE_ID)
                .from(REPLY_JOB_ROWS)
                .where(REPLY_JOB_ROWS.REPLY_JOB_ID.eq(job))
                .and(REPLY_JOB_ROWS.OUTCOME.in(Outcome.SENT, Outcome.WAITS, Outcome.REVIEW))
                .and(REPLY_JOB_ROWS.MESSAGE_ID.isNotNull())
                .forEach(row -> sent.put(row.value1(), row.value2()));
        return sent;
    }

    void done(ReplyJobId job, ConversationId conversation, Outcome outcome, Optional<MessageId> message) {
        db.update(REPLY_JOB_ROWS)
                .set(REPLY_JOB_ROWS.OUTCOME, outcome)
                .set(REPLY_JOB_ROWS.MESSAGE_ID, message.orElse(null))
                .where(REPLY_JOB_ROWS.REPLY_JOB_ID.eq(job))
                .and(REPLY_JOB_ROWS.CONVERSATION_ID.eq(conversation))
                .execute();
    }

    Map<ReplyJobId, Progress> progress(OrganizationId here, Collection<ReplyJobId> jobs) {
        Map<ReplyJobId, Map<Outcome, Integer>> outcomes = new HashMap<>();
        Map<ReplyJobId, Integer> totals = new HashMap<>();
        db.select(REPLY_JOB_ROWS.REPLY_JOB_ID, REPLY_JOB_ROWS.OUTCOME, count())
                .from(REPLY_JOB_ROWS)
                .where(REPLY_JOB_ROWS.REPLY_JOB_ID.in(jobs))
                .and(REPLY_JOB_ROWS.ORGANIZATION_ID.eq(here))
                .groupBy(REPLY_JOB_ROWS.REPLY_JOB_ID, REPLY_JOB_ROWS.OUTCOME)
                .forEach(row -> {
                    totals.merge(row.value1(), row.value3(), Integer::sum);
                    Optional.ofNullable(row.value2())
                            .ifPresent(outcome -> outcomes.computeIfAbsent(
                                            row.value1(), any -> new EnumMap<>(Outcome.class))
                                    .put(outcome, row.value3()));
                });
        Map<ReplyJobId, Progress> progress = new HashMap<>();
        totals.forEach((job, total) -> progress.put(job, new Progress(total, outcomes.getOrDefault(job, Map.of()))));
        return progress;
    }
}
