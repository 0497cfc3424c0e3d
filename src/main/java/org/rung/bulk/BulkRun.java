package org.rung.bulk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.Suppressions;
import org.rung.database.Anew;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Taggings;
import org.rung.turf.Turfs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works one job off, a batch a transaction. How far it came is part of each batch's transaction, so that after a kill it
 * goes on exactly where it was, and nobody is worked on twice.
 */
@Component
class BulkRun {
    private static final int BATCH = 2_000;
    /** All that hangs on a person goes with them, so a transaction takes fewer. */
    private static final int ERASED = 250;

    private final BulkStore store;
    private final BulkPeopleStore people;
    private final Taggings taggings;
    private final Turfs turfs;
    private final Supporters supporters;
    private final Suppressions suppressions;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkRun(
            BulkStore store,
            BulkPeopleStore people,
            Taggings taggings,
            Turfs turfs,
            Supporters supporters,
            Suppressions suppressions,
            AuditLog audit,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.taggings = taggings;
        this.turfs = turfs;
        this.supporters = supporters;
        this.suppressions = suppressions;
        this.audit = audit;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** False when it was asked to stop before the end; then it goes on in another run. */
    boolean run(BulkJobId id, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean()) {
            try {
                if (!Boolean.TRUE.equals(transaction.execute(status -> step(id)))) return true;
            } catch (Problem problem) {
                // Such as a list that was retired, or a filter that names a tag deleted since: no trial would mend it.
                fail(
                        id,
                        problem instanceof Problem.Invalid wrong
                                ? wrong
                                : new Problem.Invalid("job", problem.sentence()));
                return true;
            }
        }
        return false;
    }

    /** After several faults in a row nobody waits for it any longer; what it did stays, and may be undone. */
    void giveUp(BulkJobId id) {
        fail(id, new Problem.Invalid("job", "problem.bulk-stuck"));
    }

    private void fail(BulkJobId id, Problem.Invalid why) {
        transaction.executeWithoutResult(status ->
                store.lock(id).filter(BulkJob::working).ifPresent(job -> end(job, BulkState.FAILED, Optional.of(why))));
    }

    /** False when there is nothing more to do; the lock lets only one process at a time go on. */
    private boolean step(BulkJobId id) {
        var locked = store.lock(id).filter(BulkJob::working);
        if (locked.isEmpty()) return false;
        var job = locked.get();
        switch (job.state()) {
            case GATHERING -> gather(job);
            case RUNNING -> forward(job);
            case UNDOING -> back(job);
            default -> throw new IllegalStateException("A job that works is in one of three states");
        }
        announce.publishEvent(new BulkMoved(job.organizationId(), id));
        return true;
    }

    private void gather(BulkJob job) {
        var filter = job.filter().orElseThrow();
        var total = people.gather(job.organizationId(), job.bulkJobId(), filter);
        store.gathered(job.bulkJobId(), total, clock.instant());
    }

    private void forward(BulkJob job) {
        // Those of an export are read when someone downloads them.
        var batch = job.kind() == BulkKind.EXPORT
                ? List.<SupporterId>of()
                : people.next(job.bulkJobId(), job.after(), job.kind() == BulkKind.ERASE ? ERASED : BATCH);
        if (batch.isEmpty()) {
            end(job, BulkState.DONE, Optional.empty());
            return;
        }
        var changed = change(job, batch);
        store.advance(job.bulkJobId(), batch.getLast(), batch.size(), changed);
    }

    private long change(BulkJob job, List<SupporterId> batch) {
        var system = new Actor.System(job.organizationId());
        var last = batch.getLast();
        // As columns keep it: what is undone is found by this moment again.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (job.kind()) {
            case TAG ->
                people.markUntagged(
                        job.bulkJobId(), job.after(), last, job.tag().orElseThrow(), now);
            case UNTAG ->
                people.markTagged(job.bulkJobId(), job.after(), last, job.tag().orElseThrow());
            case LIST ->
                people.markUnlisted(
                        job.bulkJobId(), job.after(), last, job.turf().orElseThrow(), now);
            case SUPPRESS -> {
                return suppress(system, job, batch, now);
            }
            case ERASE -> {
                supporters.eraseAll(system, batch);
                return batch.size();
            }
            case EXPORT -> throw new IllegalStateException("An export changes nobody");
        }
        Set<SupporterId> touched = new LinkedHashSet<>(
                people.nextChanged(job.bulkJobId(), job.after(), batch.size()).keySet());
        // Whom a batch before changed is behind; whom the next one will is not marked yet.
        switch (job.kind()) {
            case TAG -> taggings.put(system, touched, job.tag().orElseThrow(), now);
            case UNTAG -> taggings.take(system, touched, job.tag().orElseThrow());
            default -> turfs.put(system, job.turf().orElseThrow(), touched);
        }
        return touched.size();
    }

    /** All numbers of theirs; marked are those with one that was not on the list before. */
    private long suppress(Actor system, BulkJob job, List<SupporterId> batch, Instant now) {
        var phones = people.phones(job.organizationId(), batch);
        var added = suppressions.add(
                system,
                phones.values().stream().flatMap(List::stream).toList(),
                job.suppression().orElseThrow(),
                now);
        var changed = phones.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(added.fresh()::contains))
                .map(Map.Entry::getKey)
                .toList();
        people.mark(job.bulkJobId(), changed, now);
        return changed.size();
    }

    /** Only what is on the list since this job put it there. */
    private void liftAgain(Actor system, BulkJob job, Map<SupporterId, Instant> batch) {
        Map<PhoneNumber, Instant> since = new HashMap<>();
        people.phones(job.organizationId(), batch.keySet())
                .forEach((who, phones) ->
                        phones.forEach(phone -> since.put(phone, Objects.requireNonNull(batch.get(who)))));
        var draft = job.suppression().orElseThrow();
        suppressions.takeBack(system, since, draft.scope().occasion(), "compliance.undone", draft.source());
    }

    private void back(BulkJob job) {
        Map<SupporterId, Instant> batch = people.nextChanged(job.bulkJobId(), job.after(), BATCH);
        if (batch.isEmpty()) {
            end(job, BulkState.UNDONE, Optional.empty());
            return;
        }
        var system = new Actor.System(job.organizationId());
        switch (job.kind()) {
            case TAG -> taggings.takeBack(system, batch, job.tag().orElseThrow());
            case UNTAG -> taggings.putBack(system, batch, job.tag().orElseThrow());
            case LIST -> turfs.take(system, job.turf().orElseThrow(), batch.keySet());
            case SUPPRESS -> liftAgain(system, job, batch);
            case EXPORT, ERASE -> throw new IllegalStateException("There is no way back from " + job.kind());
        }
        store.advance(job.bulkJobId(), List.copyOf(batch.keySet()).getLast(), batch.size(), 0);
    }

    private void end(BulkJob job, BulkState state, Optional<Problem.Invalid> why) {
        store.end(job.bulkJobId(), state, why, clock.instant());
        if (job.kind() == BulkKind.ERASE)
            audit.add(
                    new Actor.System(job.organizationId()),
                    "supporters.erased",
                    "organization",
                    Optional.of(job.organizationId().value()),
                    job.changed() + " supporters");
        announce.publishEvent(new BulkMoved(job.organizationId(), job.bulkJobId()));
    }
}
