package org.rung.giftfiles;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files of gifts, such as ActBlue's. They are read in the background; the same file again adds nothing. For whoever may
 * see giving.
 */
@Service
public class GiftFiles {
    private final GiftFileStore store;
    private final GiftFileRun run;
    private final AuditLog audit;
    private final Clock clock;

    GiftFiles(GiftFileStore store, GiftFileRun run, AuditLog audit, Clock clock) {
        this.store = store;
        this.run = run;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes it in; its rows are read afterwards.
     *
     * @param content CSV with a first row of titles, at most 20 MB and 50,000 rows
     * @throws Problem.Invalid for what is no such file
     */
    @Transactional
    public GiftFileId bring(Actor actor, String name, InputStream content) throws IOException {
        actor.must(Permission.SEE_GIVING);
        GiftRows rows = GiftRows.read(content);
        String called = name.strip();
        GiftFile file = new GiftFile(
                new GiftFileId(Id.next()),
                actor.organization(),
                called.length() <= 160 ? called : called.substring(0, 160),
                GiftFileState.WORKING,
                rows.head(),
                rows.rows().size(),
                0,
                0,
                0,
                0,
                0,
                clock.instant(),
                Optional.empty());
        store.add(file, actor.member(), rows.rows());
        audit.add(
                actor,
                "gift-file.brought",
                "gift file",
                Optional.of(file.giftFileId().value()),
                rows.rows().size() + " rows");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // The job comes every minute; whoever waits before the screen should not.
                Thread.ofVirtual().name("gift-file").start(() -> run.run(file.giftFileId(), () -> false));
            }
        });
        return file.giftFileId();
    }

    /** Works it off here and now, for callers that wait. */
    public GiftFile finish(Actor actor, GiftFileId id) {
        get(actor, id);
        run.run(id, () -> false);
        return get(actor, id);
    }

    @Transactional(readOnly = true)
    public GiftFile get(Actor actor, GiftFileId id) {
        actor.must(Permission.SEE_GIVING);
        return store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("gift file", id));
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Page<GiftFile> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.SEE_GIVING);
        var before = wanted.after().map(text -> new GiftFileId(Id.parse("after", text)));
        List<GiftFile> rows = store.page(actor.organization(), before, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        List<GiftFile> shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().giftFileId().text()));
    }

    /** Rows that were not taken, by their line; kept for 30 days. */
    @Transactional(readOnly = true)
    public Page<RefusedRow> refused(Actor actor, GiftFileId id, Page.Wanted wanted) {
        get(actor, id);
        int after = wanted.after().map(GiftFiles::line).orElse(0);
        List<RefusedRow> rows = store.refused(actor.organization(), id, after, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        List<RefusedRow> shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(String.valueOf(shown.getLast().line())));
    }

    private static int line(String text) {
        if (!text.matches("\\d{1,9}")) throw new Problem.Invalid("after", "problem.not-a-page");
        return Integer.parseInt(text);
    }
}
