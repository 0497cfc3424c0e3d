package org.rung.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows of an import that were not taken, and why. All of it needs IMPORT. */
@Service
public class Rejects {
    private static final int PAGE = 1_000;

    private final Imports imports;
    private final ImportStore store;
    private final AuditLog audit;

    Rejects(Imports imports, ImportStore store, AuditLog audit) {
        this.imports = imports;
        this.store = store;
        this.audit = audit;
    }

    /** Why rows were not taken, the commonest first; at most 20. */
    @Transactional(readOnly = true)
    public List<RejectReason> reasons(Actor actor, ImportId importId) {
        imports.get(actor, importId);
        return store.reasons(actor.organization(), importId);
    }

    /**
     * The rejected rows as CSV: line, reason in that language, then the original cells. Kept for 30 days. Streams. They
     * are people's data that leaves the house, so the audit log keeps who took them.
     */
    public void write(Actor actor, ImportId importId, Locale language, OutputStream out) {
        var done = imports.get(actor, importId);
        audit.add(
                actor,
                "rejects.exported",
                "import",
                Optional.of(importId.value()),
                done.counts().rejected() + " rows");
        try (var csv = new CsvOut(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            var header = new ArrayList<>(List.of(
                    Sentence.of("exchange.rejects.line").in(language),
                    Sentence.of("exchange.rejects.reason").in(language)));
            done.settings().columns().forEach(column -> header.add(column.label()));
            csv.row(header);
            long line = 0;
            while (true) {
                var rejects = store.rejects(actor.organization(), importId, line, PAGE);
                for (var reject : rejects) {
                    var row = new ArrayList<>(List.of(
                            Long.toString(reject.line()), reject.reason().in(language)));
                    row.addAll(reject.cells());
                    csv.row(row);
                }
                if (rejects.size() < PAGE) return;
                line = rejects.getLast().line();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader of the rejects went away", gone);
        }
    }
}
