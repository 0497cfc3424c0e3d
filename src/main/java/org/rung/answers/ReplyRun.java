package org.rung.answers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.rung.people.SupporterId;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.Correspondence;
import org.rung.texting.ManyReplies;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works a job off, a conversation a transaction: that it got it and what was sent are stored together, and the job's row,
 * locked, lets one process at a time do so. What is sent a second time after all has the same request key, and is one text.
 */
@Component
class ReplyRun {
    /** After so many, open screens are told and it is looked whether its writer still may. */
    private static final int BATCH = 25;

    private final ReplyStore store;
    private final ReplyRowStore rows;
    private final Delivering delivering;
    private final ManyReplies replies;
    private final Correspondence correspondence;
    private final Writers writers;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplyRun(
            ReplyStore store,
            ReplyRowStore rows,
            Delivering delivering,
            ManyReplies replies,
            Correspondence correspondence,
            Writers writers,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.delivering = delivering;
        this.replies = replies;
        this.correspondence = correspondence;
        this.writers = writers;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** When it is to go on: not before something may leave, at once when it was asked to stop, never once it has ended. */
    Optional<Instant> run(ReplyJobId id, BooleanSupplier stopping) {
        while (true) {
            ReplyJob job = store.find(id).filter(ReplyJob::working).orElse(null);
            if (job == null) return Optional.empty();
            Instant now = clock.instant();
            if (job.state() == ReplyState.WAITING && job.leavesAt().isAfter(now)) return Optional.of(job.leavesAt());
            if (stopping.getAsBoolean()) return Optional.of(now);
            switch (job.state()) {
                case WAITING -> begin(id);
                case STOPPING -> takeBack(job);
                default -> forward(job, stopping);
            }
        }
    }

    /** After several faults in a row nobody waits for it any longer; what it did stays. */
    void giveUp(ReplyJobId id) {
        fail(id, "problem.replies-stuck");
    }

    private void fail(ReplyJobId id, String why) {
        transaction.executeWithoutResult(status -> store.lock(id)
                .filter(ReplyJob::working)
                .ifPresent(job -> end(job, ReplyState.FAILED, Optional.of(new Problem.Invalid("job", why)))));
    }

    private void begin(ReplyJobId id) {
        transaction.executeWithoutResult(status -> store.lock(id)
                .filter(job -> job.state() == ReplyState.WAITING)
                .ifPresent(job -> {
                    store.move(id, ReplyState.RUNNING);
                    moved(job);
                }));
    }

    private void forward(ReplyJob job, BooleanSupplier stopping) {
        Optional<Actor.Member> writer = writers.find(job.organizationId(), job.member());
        if (writer.isEmpty()) {
            fail(job.replyJobId(), "problem.replies-writer");
            return;
        }
        List<ConversationId> next = rows.next(job.replyJobId(), BATCH);
        if (next.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> running(job).ifPresent(one -> end(one, ReplyState.DONE, Optional.empty())));
            return;
        }
        Map<SupporterId, String> links = links(job, writer.get(), next);
        for (ConversationId one : next) {
            if (stopping.getAsBoolean() || !one(job, writer.get(), one, links)) break;
        }
        transaction.executeWithoutResult(status -> moved(job));
    }

    /** Of a batch, by one stroke; each is asked for alone where that was not to be. */
    private Map<SupporterId, String> links(ReplyJob job, Actor.Member writer, List<ConversationId> batch) {
        return job.deed() instanceof ReplyDeed.Reply(String words)
                ? Objects.requireNonNullElse(
                        transaction.execute(status -> replies.links(writer, batch, words)), Map.of())
                : Map.of();
    }

    /** False once the job does not run any more. */
    private boolean one(ReplyJob job, Actor.Member writer, ConversationId id, Map<SupporterId, String> links) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                if (running(job).isEmpty()) return false;
                if (!rows.open(job.replyJobId(), id)) return true;
                var delivered = delivering.deliver(writer, current(writer, id), job.deed(), links, key(job, id));
                rows.done(job.replyJobId(), id, delivered.outcome(), delivered.message());
                return true;
            }));
        } catch (Problem problem) {
            // Nothing of it was stored; that it was refused is.
            return Boolean.TRUE.equals(transaction.execute(status -> {
                if (running(job).isEmpty()) return false;
                if (rows.open(job.replyJobId(), id)) {
                    var closed = current(writer, id).closedReason();
                    rows.done(job.replyJobId(), id, Outcome.of(problem, closed), Optional.empty());
                }
                return true;
            }));
        }
    }

    /** Whose person was erased is in no row any more. */
    private Conversation current(Actor.Member writer, ConversationId id) {
        return replies.among(writer, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("conversation", id));
    }

    /** Of the job and the conversation: whatever is done twice is one text. */
    private static String key(ReplyJob job, ConversationId conversation) {
        return "many-" + job.replyJobId().text() + "-" + conversation.text();
    }

    private Optional<ReplyJob> running(ReplyJob job) {
        return store.lock(job.replyJobId()).filter(now -> now.state() == ReplyState.RUNNING);
    }

    private void takeBack(ReplyJob job) {
        var system = new Actor.System(job.organizationId());
        rows.sent(job.replyJobId()).forEach((conversation, message) -> {
            try {
                transaction.executeWithoutResult(status -> {
                    if (correspondence.undo(system, conversation, message))
                        rows.done(job.replyJobId(), conversation, Outcome.TAKEN_BACK, Optional.of(message));
                });
            } catch (Problem.Missing gone) {
                // Erased meanwhile: there is nothing to take back.
            }
        });
        transaction.executeWithoutResult(status -> store.lock(job.replyJobId())
                .filter(now -> now.state() == ReplyState.STOPPING)
                .ifPresent(now -> end(now, ReplyState.CANCELLED, Optional.empty())));
    }

    private void end(ReplyJob job, ReplyState state, Optional<Problem.Invalid> why) {
        store.end(job.replyJobId(), state, why, clock.instant());
        moved(job);
    }

    private void moved(ReplyJob job) {
        announce.publishEvent(new RepliesMoved(job.organizationId(), job.replyJobId()));
    }
}
