package org.rung.answers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.rung.people.SupporterId;
import org.rung.scripts.Check;
import org.rung.scripts.Readers;
import org.rung.scripts.ScriptChecks;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.ManyReplies;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One text, or one recorded answer, for many conversations, by a job: see {@link RepliesMoved}. Each leaves as a single
 * answer does, within hours and to nobody who may not be texted. All of it needs REPLY_TO_ANYONE; conversations of other
 * organizations are not there.
 */
@Service
public class ManyAnswers {
    /** So long one can still think better of it before the first one leaves. */
    static final Duration BREATH = Duration.ofSeconds(15);

    private final ReplyStore store;
    private final ReplyRowStore rows;
    private final ReplyTasks tasks;
    private final ReplyRun run;
    private final Delivering delivering;
    private final ManyReplies replies;
    private final Writers writers;
    private final Readers readers;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ManyAnswers(
            ReplyStore store,
            ReplyRowStore rows,
            ReplyTasks tasks,
            ReplyRun run,
            Delivering delivering,
            ManyReplies replies,
            Writers writers,
            Readers readers,
            AuditLog audit,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.tasks = tasks;
        this.run = run;
        this.delivering = delivering;
        this.replies = replies;
        this.writers = writers;
        this.readers = readers;
        this.audit = audit;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** The one campaign that all of these are of; an answer can be recorded in them together. */
    @Transactional(readOnly = true)
    public Optional<CampaignId> campaign(Actor actor, Collection<ConversationId> conversations) {
        Set<Optional<CampaignId>> campaigns = replies.among(actor, conversations).stream()
                .map(Conversation::campaign)
                .collect(Collectors.toSet());
        return campaigns.size() == 1 ? campaigns.iterator().next() : Optional.empty();
    }

    /**
     * What would become of each, were it done now: it is done, and nothing of it stays. Takes some milliseconds for each.
     *
     * @param from in whose name
     * @throws Problem.Invalid for an answer that the script does not have
     */
    public Forecast forecast(Actor actor, MemberId from, ReplyWish wish) {
        Actor.Member writer = writer(actor, from);
        List<Conversation> found = found(writer, wish);
        return switch (wish.deed()) {
            case ReplyDeed.Reply(String words) ->
                new Forecast(
                        delivering.rehearse(writer, found, wish.deed()),
                        Optional.of(sample(writer, found, words)),
                        checks(writer, found, words),
                        replies.asks(writer, words).map(Problem::sentence));
            case ReplyDeed.Recorded recorded ->
                new Forecast(
                        delivering.rehearse(writer, found, wish.deed()), Optional.empty(), List.of(), Optional.empty());
        };
    }

    /**
     * Begins it; the first leaves after fifteen seconds. The same requestKey again is the same job.
     *
     * @param from in whose name; a member themself
     * @param sure they were asked about the words, and mean them
     * @throws Problem.Invalid for merge fields or links that must be mended, an answer that the script does not have
     * @throws Problem.Conflict that {@link org.rung.texting.Objection#asks asks}
     */
    public ReplyJobId start(Actor actor, MemberId from, ReplyWish wish, String requestKey, boolean sure) {
        if (!requestKey.matches("[\\x21-\\x7e]{1,64}")) throw new Problem.Invalid("request", "problem.length", 1, 64);
        Actor.Member writer = writer(actor, from);
        List<Conversation> found = found(writer, wish);
        if (wish.deed() instanceof ReplyDeed.Reply(String words)) mayLeave(writer, found, words, sure);
        Instant now = clock.instant();
        var job = new ReplyJob(
                new ReplyJobId(Id.next()),
                actor.organization(),
                writer.memberId(),
                requestKey,
                wish.deed(),
                ReplyState.WAITING,
                Optional.empty(),
                now,
                now.plus(BREATH),
                Optional.empty());
        if (Boolean.TRUE.equals(transaction.execute(status -> began(actor, job, found)))) return job.replyJobId();
        // In a transaction of its own, which sees what was pressed at the same moment.
        return store.requested(actor.organization(), requestKey)
                .orElseThrow(() -> new Problem.Conflict("problem.replies-again"))
                .replyJobId();
    }

    private boolean began(Actor actor, ReplyJob job, List<Conversation> found) {
        if (!store.add(job)) return false;
        rows.add(actor.organization(), job.replyJobId(), Delivering.sorted(found, job.deed()));
        audit.add(
                actor,
                "conversations.answered",
                "conversation",
                Optional.empty(),
                job.deed().kind() + " " + found.size());
        tasks.schedule(job.replyJobId(), job.leavesAt());
        moved(job);
        return true;
    }

    /** Nobody gets it any more, and what has not left yet is taken back; what has left has. Again it changes nothing. */
    @Transactional
    public void stop(Actor actor, ReplyJobId id) {
        actor.must(Permission.REPLY_TO_ANYONE);
        mine(actor, id);
        ReplyJob job = store.lock(id).orElseThrow(() -> new Problem.Missing("reply job", id));
        Instant now = clock.instant();
        if (!job.mayBeStopped(now)) return;
        if (job.state() == ReplyState.WAITING) {
            store.end(id, ReplyState.CANCELLED, Optional.empty(), now);
        } else {
            store.move(id, ReplyState.STOPPING);
            tasks.schedule(id, now);
        }
        audit.add(actor, "conversations.answers-stopped", "conversation", Optional.empty(), "");
        moved(job);
    }

    @Transactional(readOnly = true)
    public ReplyJob get(Actor actor, ReplyJobId id) {
        actor.must(Permission.REPLY_TO_ANYONE);
        return mine(actor, id);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<ReplyJob> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.REPLY_TO_ANYONE);
        var before = wanted.after().map(text -> new ReplyJobId(Id.parse("after", text)));
        var found = store.page(actor.organization(), before, wanted.size() + 1);
        if (found.size() <= wanted.size()) return new Page<>(found, Optional.empty());
        var page = found.subList(0, wanted.size());
        return new Page<>(page, Optional.of(page.getLast().replyJobId().text()));
    }

    /** How far these are; those of other organizations are left out. */
    @Transactional(readOnly = true)
    public Map<ReplyJobId, Progress> progress(Actor actor, Collection<ReplyJobId> jobs) {
        actor.must(Permission.REPLY_TO_ANYONE);
        return jobs.isEmpty() ? Map.of() : rows.progress(actor.organization(), jobs);
    }

    /** Does here and now what may be done of it by now, beside the task that would. */
    ReplyJob goOn(Actor actor, ReplyJobId id) {
        run.run(id, () -> false);
        return get(actor, id);
    }

    private void mayLeave(Actor.Member writer, List<Conversation> found, String words, boolean sure) {
        checks(writer, found, words).stream()
                .filter(check -> check.level() == Check.Level.MUST)
                .findFirst()
                .ifPresent(check -> {
                    throw new Problem.Invalid("text", "problem.replies-check", check.said());
                });
        if (!sure)
            replies.asks(writer, words).ifPresent(asked -> {
                throw asked;
            });
    }

    private List<Check> checks(Actor.Member writer, List<Conversation> found, String words) {
        List<SupporterId> some = found.stream()
                .map(Conversation::supporter)
                .distinct()
                .limit(Readers.SAMPLES)
                .toList();
        return ScriptChecks.ofReply(
                words, readers.facts(writer.organization(), readers.these(writer.organization(), some)));
    }

    private String sample(Actor.Member writer, List<Conversation> found, String words) {
        return replies.filled(
                writer, found.stream().filter(one -> !one.closed()).findFirst().orElse(found.getFirst()), words);
    }

    private List<Conversation> found(Actor.Member writer, ReplyWish wish) {
        List<Conversation> found = replies.among(writer, wish.conversations());
        if (found.isEmpty()) throw new Problem.Invalid("conversations", "problem.replies-nobody");
        return found;
    }

    private Actor.Member writer(Actor actor, MemberId from) {
        actor.must(Permission.REPLY_TO_ANYONE);
        if (actor.member().filter(me -> !me.equals(from)).isPresent())
            throw new Problem.Invalid("from", "problem.replies-from");
        return writers.find(actor.organization(), from)
                .orElseThrow(() -> new Problem.Invalid("from", "problem.replies-from"));
    }

    private ReplyJob mine(Actor actor, ReplyJobId id) {
        return store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("reply job", id));
    }

    private void moved(ReplyJob job) {
        announce.publishEvent(new RepliesMoved(job.organizationId(), job.replyJobId()));
    }
}
