package org.rung.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import org.rung.common.MessageId;
import org.rung.database.Anew;
import org.rung.senders.Breakers;
import org.rung.senders.ErrorTable;
import org.rung.senders.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what providers answered: all answers that came in while one commit ran share the next one. */
@Component
class OutboxOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxOutcomes.class);
    private static final int BATCH = 250;
    private static final int PATIENCE = 5;
    private static final Duration A_WHILE = Duration.ofMillis(500);

    private record Waiting(Sent sent, Runnable stored) {}

    private final AcceptedStore accepted;
    private final SentStore store;
    private final Consequences consequences;
    private final ErrorTable table;
    private final Breakers breakers;
    private final ApplicationEventPublisher announcements;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final BlockingQueue<Waiting> answers = new LinkedBlockingQueue<>();
    private volatile Thread writer = Thread.currentThread();

    OutboxOutcomes(
            AcceptedStore accepted,
            SentStore store,
            Consequences consequences,
            ErrorTable table,
            Breakers breakers,
            ApplicationEventPublisher announcements,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accepted = accepted;
        this.store = store;
        this.consequences = consequences;
        this.table = table;
        this.breakers = breakers;
        this.announcements = announcements;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    void start() {
        writer = Thread.ofVirtual().name("outbox-outcomes").start(this::write);
    }

    void stop() {
        writer.interrupt();
    }

    void add(Sent sent, Runnable stored) {
        answers.add(new Waiting(sent, stored));
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (true) {
                batch.clear();
                batch.add(answers.take());
                answers.drainTo(batch, BATCH - 1);
                keep(batch.stream().map(Waiting::sent).toList());
                batch.forEach(waiting -> waiting.stored().run());
            }
        } catch (InterruptedException asked) {
            // The house closes; what is not written down will be looked up.
        }
    }

    /** Whatever breaks, the next answers are written down: without this thread nothing would leave any more. */
    private void keep(List<Sent> batch) throws InterruptedException {
        try {
            store(batch);
        } catch (RuntimeException | Error broken) {
            LOG.error("{} outcomes could not be stored; they will be looked up", batch.size(), broken);
        }
    }

    /** A batch that fails is tried again, then one by one: a lost answer costs a look-up, never a second text. */
    private void store(List<Sent> batch) throws InterruptedException {
        Instant since = clock.instant();
        for (int trial = 1; trial <= PATIENCE; trial++) {
            try {
                transaction.executeWithoutResult(status -> record(batch));
                heard(batch);
                return;
            } catch (RuntimeException broken) {
                LOG.warn("{} outcomes could not be stored, trial {}", batch.size(), trial, broken);
                if (databaseIsAway(broken) && clock.instant().isBefore(since.plus(OutboxClaims.LEASE))) {
                    // A failover takes seconds; forgetting what was answered would cost a look-up each.
                    trial = 0;
                    Thread.sleep(A_WHILE);
                }
                Thread.sleep(Duration.ofMillis(50L * trial));
            }
        }
        if (batch.size() > 1) {
            for (Sent sent : batch) {
                store(List.of(sent));
            }
        }
    }

    /** After the commit: a transaction that began anew would count the same silence again and again. */
    private void heard(List<Sent> batch) {
        try {
            transaction.executeWithoutResult(
                    status -> batch.forEach(sent -> breakers.heard(sent.sender(), sent.outcome())));
        } catch (RuntimeException broken) {
            LOG.warn("What {} outcomes say of their provider was not counted", batch.size(), broken);
        }
    }

    private static boolean databaseIsAway(RuntimeException broken) {
        return broken instanceof CannotCreateTransactionException
                || broken instanceof DataAccessResourceFailureException;
    }

    /** Whether each was still on its way. */
    private boolean[] record(List<Sent> batch, List<Verdict> verdicts, Instant now) {
        List<AcceptedStore.Taken> taken = new ArrayList<>();
        List<Sent> others = new ArrayList<>();
        List<Verdict> theirs = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Sent sent = batch.get(i);
            if (sent.outcome() instanceof Outcome.Accepted(String providerId)) {
                taken.add(new AcceptedStore.Taken(sent.claim().messageId(), sent.attempt(), providerId));
            } else {
                others.add(sent);
                theirs.add(verdicts.get(i));
            }
        }
        Set<MessageId> left = accepted.record(taken, now);
        boolean[] troubled = others.isEmpty() ? new boolean[0] : store.record(others, theirs, now);
        boolean[] moved = new boolean[batch.size()];
        int other = 0;
        for (int i = 0; i < moved.length; i++) {
            Sent sent = batch.get(i);
            moved[i] = sent.outcome() instanceof Outcome.Accepted
                    ? left.contains(sent.claim().messageId())
                    : troubled[other++];
        }
        return moved;
    }

    void record(List<Sent> batch) {
        Instant now = clock.instant();
        List<Verdict> verdicts = batch.stream()
                .map(sent -> Verdict.of(sent.outcome(), table, sent.attempt(), now, RandomGenerator.getDefault()))
                .toList();
        boolean[] moved = record(batch, verdicts, now);
        for (int i = 0; i < moved.length; i++) {
            Claim claim = batch.get(i).claim();
            Verdict verdict = verdicts.get(i);
            if (moved[i]) {
                Trail.step(
                        "text answered",
                        claim.organizationId(),
                        claim.messageId(),
                        verdict.state(),
                        verdict.errorCode());
                announcements.publishEvent(new TextHandedOver(
                        claim.organizationId(),
                        claim.messageId(),
                        batch.get(i).sender(),
                        claim.segments(),
                        verdict.state(),
                        verdict.errorCode(),
                        now));
                announcements.publishEvent(new TextMoved(
                        claim.organizationId(),
                        claim.messageId(),
                        claim.purpose(),
                        claim.topicId(),
                        verdict.state(),
                        verdict.errorCode(),
                        now));
            } else {
                Trail.oddity(
                        "text answered after its claim was over",
                        claim.organizationId(),
                        claim.messageId(),
                        verdict.state());
                announcements.publishEvent(new ClaimOvertaken(claim.organizationId(), claim.messageId()));
            }
            consequences.carryOut(
                    claim.organizationId(), claim.phone(), batch.get(i).sender(), verdict, now);
        }
    }
}
