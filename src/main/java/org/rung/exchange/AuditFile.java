package org.rung.exchange;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.AuditRow;
import org.rung.accounts.Changes;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.springframework.stereotype.Service;

/** The audit log as a file, with ids instead of names: it is read by programs, and kept when people are gone. */
@Service
public class AuditFile {
    private static final List<String> HEADERS =
            List.of("Time", "Actor kind", "Actor", "What", "Subject kind", "Subject", "Detail", "Before and after");

    private final AuditLog log;

    AuditFile(AuditLog log) {
        this.log = log;
    }

    /** Streams, a page at a time; the export is a line of the log. For admins. */
    public void write(Actor actor, AuditFilter filter, OutputStream out) {
        CsvOut.write(out, csv -> {
            csv.row(HEADERS);
            log.export(actor, filter, row -> csv.row(cells(row)));
        });
    }

    private static List<String> cells(AuditRow row) {
        return List.of(
                row.happenedAt().toString(),
                row.actorKind(),
                id(row.actorId()),
                row.verb(),
                row.subjectKind(),
                id(row.subjectId()),
                row.detail(),
                row.changes().map(AuditFile::changes).orElse(""));
    }

    private static String changes(Changes changes) {
        return changes.all().stream()
                .map(one -> one.field() + ": " + one.before() + " → " + one.after())
                .collect(Collectors.joining("; "));
    }

    private static String id(Optional<Long> id) {
        return id.map(number -> new IdText(number).text()).orElse("");
    }

    private record IdText(long value) implements Id {}
}
