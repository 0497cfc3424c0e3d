package org.rung.exchange;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.CustomFields;
import org.rung.people.FieldReader;
import org.rung.people.Rehearsal;
import org.rung.people.SupporterDraft;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through one file: one thread reads and understands rows while this one writes them, a batch a transaction. How
 * far it came is part of each batch's transaction, so that after a kill it goes on exactly where it was.
 */
@Component
class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int TRIES = 8;

    private final ImportStore store;
    private final ImportFiles files;
    private final Supporters supporters;
    private final CustomFields fields;
    private final Consents consents;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRun(
            ImportStore store,
            ImportFiles files,
            Supporters supporters,
            CustomFields fields,
            Consents consents,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.supporters = supporters;
        this.fields = fields;
        this.consents = consents;
        this.announce = announce;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** False when it was asked to stop before the end; then it goes on in another run. */
    boolean run(ImportId importId, BooleanSupplier stopping) {
        var found = store.find(importId).filter(Import::working);
        if (found.isEmpty()) return true;
        var work = found.get();
        if (work.state() == ImportState.CHECKING && work.rowsDone() > 0) {
            // What a dry run kept in mind is gone with the process that was at it.
            var anew = fromTheFirstRow(work);
            if (anew.isEmpty()) return true;
            work = anew.get();
        }
        if (!Files.exists(work.file())) {
            end(work, ImportState.FAILED, Optional.of(Why.of(new Problem.Invalid("file", "problem.file-gone"))));
            return true;
        }
        try {
            return write(work, stopping);
        } catch (Problem.Invalid problem) {
            end(work, ImportState.FAILED, Optional.of(Why.of(problem)));
            return true;
        }
    }

    /** After that many faults in a row nobody waits for it any longer; who came in stays, and its file goes. */
    void giveUp(ImportId importId) {
        store.find(importId)
                .filter(Import::working)
                .ifPresent(work -> end(
                        work,
                        ImportState.FAILED,
                        Optional.of(Why.of(new Problem.Invalid("file", "problem.import-stuck", work.rowsDone())))));
    }

    private Optional<Import> fromTheFirstRow(Import work) {
        return transaction.execute(status -> {
            var now = store.lock(work.importId()).filter(one -> one.state() == work.state());
            now.ifPresent(one -> store.start(one.importId(), one.state(), clock.instant()));
            return now.flatMap(one -> store.find(one.importId()));
        });
    }

    /** What the reading thread hands over: a batch, or why there are no more. */
    private record Read(Optional<ImportBatch> batch, Optional<RuntimeException> problem) {}

    private boolean write(Import work, BooleanSupplier stopping) {
        var rehearsal = work.state() == ImportState.CHECKING
                ? new Rehearsal(ComingAgain.in(work, stopping))
                : Rehearsal.ofOne();
        BlockingQueue<Read> queue = new ArrayBlockingQueue<>(2);
        var over = new AtomicBoolean();
        var reader = fields.reader(work.organizationId());
        var reading = Thread.ofPlatform()
                .name("import-" + work.importId().text())
                .start(() -> read(work, reader, queue, over));
        try {
            while (true) {
                if (stopping.getAsBoolean()) return false;
                var next = queue.take();
                if (next.problem().isPresent()) throw next.problem().get();
                var batch = next.batch().orElseThrow();
                if (!commit(work, batch, rehearsal)) return true;
                if (batch.last()) {
                    finish(work);
                    return true;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            over.set(true);
            reading.interrupt();
        }
    }

    private static void read(Import work, FieldReader fields, BlockingQueue<Read> queue, AtomicBoolean over) {
        try (var file = CsvRows.open(work.file(), work.charset(), work.separator())) {
            file.next();
            var reader = new RowReader(work.settings(), fields);
            long row = 0;
            while (row < work.rowsDone() && file.next().isPresent()) row++;
            boolean last = false;
            while (!last && !over.get()) {
                var batch = ImportBatch.next(file, reader, row);
                queue.put(new Read(Optional.of(batch), Optional.empty()));
                row += batch.rows();
                last = batch.last();
            }
        } catch (InterruptedException nobodyWaits) {
            // The writer has ended.
        } catch (RuntimeException problem) {
            try {
                while (!over.get()
                        && !queue.offer(new Read(Optional.empty(), Optional.of(problem)), 1, TimeUnit.SECONDS)) {
                    LOG.debug("The writer is busy");
                }
            } catch (InterruptedException nobodyWaits) {
                // The writer has ended.
            }
        }
    }

    /** False when somebody cancelled it, or another process works on it. */
    private boolean commit(Import work, ImportBatch batch, Rehearsal rehearsal) {
        for (int tried = 1; ; tried++) {
            try (var beside = new OtherHalf(transaction)) {
                // Who lost to somebody that waits for both halves does the next try on one connection.
                boolean twoHands = tried == 1;
                return Boolean.TRUE.equals(transaction.execute(
                        status -> once(work, batch, rehearsal, twoHands ? Optional.of(beside) : Optional.empty())));
            } catch (ConcurrencyFailureException | DataIntegrityViolationException lost) {
                // Another room's writer won: the batch was rolled back whole.
                if (tried == TRIES) throw lost;
            }
        }
    }

    private boolean once(Import work, ImportBatch batch, Rehearsal rehearsal, Optional<OtherHalf> beside) {
        var importId = work.importId();
        var now =
                store.lock(importId).filter(one -> one.state() == work.state() && one.rowsDone() == batch.rowsBefore());
        if (now.isEmpty()) return false;
        var rejects = new ArrayList<>(batch.rejects());
        var counts = work.state() == ImportState.CHECKING
                ? compare(work, batch, rehearsal, rejects)
                : upsert(work, batch, beside, rejects);
        store.reject(work.organizationId(), importId, rejects);
        store.advance(
                importId,
                batch.rowsBefore() + batch.rows(),
                batch.bytes(),
                now.get().counts().plus(counts));
        announce.publishEvent(new ImportMoved(work.organizationId(), importId));
        beside.ifPresent(OtherHalf::keep);
        return true;
    }

    private ImportCounts upsert(Import work, ImportBatch batch, Optional<OtherHalf> beside, List<Reject> rejects) {
        var actor = new Actor.System(work.organizationId());
        // Before the other half starts: of two imports of the same numbers neither may have one half of them each.
        supporters.takeTurn(actor);
        beside.ifPresent(half -> half.start(() -> agree(work, batch)));
        var people = batch.people();
        var batchId = Optional.of(work.importId().value());
        var upserted = people.isEmpty()
                ? List.<Upserted>of()
                : supporters.upsert(actor, people.stream().map(RowRead::draft).toList(), batchId);
        var counts = counted(batch, people, upserted, rejects);
        if (beside.isEmpty()) agree(work, batch);
        return counts;
    }

    /** Who has all the numbers that one person may have is told as a row that was not taken. */
    private static ImportCounts counted(
            ImportBatch batch, List<RowRead> people, List<Upserted> upserted, List<Reject> rejects) {
        var counts = new ImportCounts(
                0, 0, batch.read().size() - people.size(), batch.rejects().size());
        for (int i = 0; i < upserted.size(); i++) {
            counts = counts.plus(upserted.get(i).outcome());
            if (upserted.get(i).outcome() != Upserted.Outcome.FULL) continue;
            var row = people.get(i).row();
            var full = new Problem.Invalid("phone", "problem.phones-full", SupporterDraft.MOST_PHONES_EVER);
            rejects.add(new Reject(row.line(), Why.of(full), row.cells()));
        }
        return counts;
    }

    private void agree(Import work, ImportBatch batch) {
        var system = new Actor.System(work.organizationId());
        var refused = batch.refused();
        var agreed = new LinkedHashSet<PhoneNumber>(batch.read().size() * 2);
        for (var row : batch.read()) agreed.addAll(row.draft().phones());
        agreed.removeAll(refused.keySet());
        var importId = Optional.of(work.importId().value());
        consents.refuseAll(
                system, refused, ConsentSource.IMPORT, work.settings().source(), importId, clock.instant());
        consents.optInAll(
                system, agreed, ConsentSource.IMPORT, work.settings().consentWords(), importId, clock.instant());
    }

    private ImportCounts compare(Import work, ImportBatch batch, Rehearsal rehearsal, List<Reject> rejects) {
        var people = batch.people();
        if (people.isEmpty()) return counted(batch, people, List.of(), rejects);
        var system = new Actor.System(work.organizationId());
        var drafts = people.stream().map(RowRead::draft).toList();
        return counted(batch, people, supporters.compare(system, drafts, rehearsal), rejects);
    }

    private void finish(Import work) {
        if (work.state() == ImportState.RUNNING) {
            end(work, ImportState.DONE, Optional.empty());
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (store.lock(work.importId())
                    .filter(now -> now.state() == work.state())
                    .isEmpty()) return;
            store.checked(work.importId());
            announce.publishEvent(new ImportMoved(work.organizationId(), work.importId()));
        });
    }

    private void end(Import work, ImportState state, Optional<Why> problem) {
        boolean ended = Boolean.TRUE.equals(transaction.execute(status -> {
            if (store.lock(work.importId())
                    .filter(now -> now.state() == work.state())
                    .isEmpty()) return false;
            store.end(work.importId(), state, problem, clock.instant());
            announce.publishEvent(new ImportMoved(work.organizationId(), work.importId()));
            return true;
        }));
        if (ended) files.delete(work.file());
    }
}
