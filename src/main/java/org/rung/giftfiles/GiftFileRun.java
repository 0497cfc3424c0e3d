package org.rung.giftfiles;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.database.Anew;
import org.rung.giving.GiftDraft;
import org.rung.giving.GiftWritten;
import org.rung.giving.Gifts;
import org.rung.giving.MoneyText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the rows of files, a few hundred a transaction. What was taken is gone from those that wait in the same
 * transaction, so that after a kill it goes on where it was.
 */
@Component
class GiftFileRun {
    private static final int BATCH = 500;

    private final GiftFileStore store;
    private final Gifts gifts;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GiftFileRun(
            GiftFileStore store,
            Gifts gifts,
            Organizations organizations,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.gifts = gifts;
        this.organizations = organizations;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    void round(BooleanSupplier stopping) {
        for (GiftFileId id : store.working()) run(id, stopping);
    }

    void run(GiftFileId id, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && Boolean.TRUE.equals(transaction.execute(status -> step(id)))) {
            // Another batch.
        }
    }

    /** False when there is nothing more to do; the lock lets only one process at a time go on. */
    private boolean step(GiftFileId id) {
        Optional<GiftFile> working = store.lock(id).filter(file -> file.state() == GiftFileState.WORKING);
        if (working.isEmpty()) return false;
        GiftFile file = working.get();
        List<GiftRows.Row> rows = store.waiting(id, BATCH);
        store.count(rows.isEmpty() ? ended(file) : take(file, rows));
        announce.publishEvent(new GiftFileMoved(file.organizationId(), id));
        return !rows.isEmpty();
    }

    private GiftFile take(GiftFile file, List<GiftRows.Row> rows) {
        var organization = organizations.get(file.organizationId());
        GiftLine line = new GiftLine(
                GiftColumn.in(file.head()),
                MoneyText.usual(organization.country()),
                organization.zone(),
                organization.country(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                file.giftFileId().value());
        Map<Integer, String> refused = new HashMap<>();
        List<Integer> lines = new ArrayList<>();
        List<GiftDraft> drafts = new ArrayList<>();
        for (GiftRows.Row row : rows) {
            try {
                drafts.add(line.read(row.cells(), row.onceKey()));
                lines.add(row.line());
            } catch (Problem.Invalid wrong) {
                refused.put(row.line(), wrong.text());
            }
        }
        int[] counts = new int[GiftWritten.Outcome.values().length];
        List<Integer> taken = new ArrayList<>();
        List<GiftWritten> written = gifts.recordAll(new Actor.System(file.organizationId()), drafts);
        for (int i = 0; i < written.size(); i++) {
            GiftWritten.Outcome outcome = written.get(i).outcome();
            counts[outcome.ordinal()]++;
            if (outcome == GiftWritten.Outcome.DIFFERS)
                refused.put(lines.get(i), Sentence.of("problem.gift-differs").text());
            else taken.add(lines.get(i));
        }
        store.took(file.giftFileId(), taken);
        store.refuse(file.giftFileId(), refused);
        int unmatched = counts[GiftWritten.Outcome.ADDED_UNMATCHED.ordinal()];
        return new GiftFile(
                file.giftFileId(),
                file.organizationId(),
                file.name(),
                file.state(),
                file.head(),
                file.rows(),
                file.added() + counts[GiftWritten.Outcome.ADDED.ordinal()] + unmatched,
                file.known() + counts[GiftWritten.Outcome.KNOWN.ordinal()],
                file.wentBack() + counts[GiftWritten.Outcome.WENT_BACK.ordinal()],
                file.unmatched() + unmatched,
                file.refused() + refused.size(),
                file.madeAt(),
                Optional.empty());
    }

    private GiftFile ended(GiftFile file) {
        return new GiftFile(
                file.giftFileId(),
                file.organizationId(),
                file.name(),
                GiftFileState.DONE,
                file.head(),
                file.rows(),
                file.added(),
                file.known(),
                file.wentBack(),
                file.unmatched(),
                file.refused(),
                file.madeAt(),
                Optional.of(clock.instant()));
    }
}
