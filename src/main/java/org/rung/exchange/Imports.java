package org.rung.exchange;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of people on their way in. All of it needs IMPORT. The rows are worked on by a job: see {@link ImportMoved}. */
@Service
public class Imports {
    /** A file wider than this is something else than a list of people. */
    static final int MOST_COLUMNS = 200;

    private static final int LONGEST_SHOWN = 120;

    private final ImportStore store;
    private final ImportFiles files;
    private final ImportJobs jobs;
    private final ImportRun run;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            ImportStore store,
            ImportFiles files,
            ImportJobs jobs,
            ImportRun run,
            Organizations organizations,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.run = run;
        this.organizations = organizations;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /**
     * Streams a file in (at most 200 MB) and guesses what its columns mean. Nothing is imported yet.
     *
     * @throws Problem.Invalid saying what is wrong with the file
     */
    public Import upload(Actor actor, String fileName, InputStream content) {
        actor.must(Permission.IMPORT);
        var importId = new ImportId(Id.next());
        var kept = files.keep(importId, content);
        try {
            char separator = Separator.guess(kept.file(), kept.charset());
            var columns = HeaderGuess.of(header(kept, separator));
            var made = new Import(
                    importId,
                    actor.organization(),
                    ImportState.UPLOADED,
                    name(fileName),
                    kept.file(),
                    kept.bytes(),
                    kept.charset(),
                    separator,
                    new ImportSettings(
                            columns, organizations.get(actor.organization()).country(), "", ""),
                    Optional.empty(),
                    0,
                    0,
                    ImportCounts.NONE,
                    Optional.empty(),
                    actor.member(),
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty());
            transaction.executeWithoutResult(status -> {
                store.insert(made);
                moved(made);
            });
            return made;
        } catch (RuntimeException problem) {
            files.delete(kept.file());
            throw problem;
        }
    }

    /** For programs: uploads, takes the guessed columns and the organization's country, and runs at once. */
    public ImportId importAll(Actor actor, String fileName, InputStream content, String source, String consentWords) {
        var made = upload(actor, fileName, content);
        try {
            var settings = made.settings();
            configure(
                    actor,
                    made.importId(),
                    new ImportSettings(settings.columns(), settings.country(), source, consentWords));
            run(actor, made.importId());
            return made.importId();
        } catch (Problem incomplete) {
            cancel(actor, made.importId());
            throw incomplete;
        }
    }

    /** The header and the first rows, while the file is there. */
    public ImportPreview preview(Actor actor, ImportId importId, int rows) {
        var file = get(actor, importId);
        if (file.ended()) throw new Problem.Conflict("problem.import-ended");
        int width = file.settings().columns().size();
        try (var csv = CsvRows.open(file.file(), file.charset(), file.separator())) {
            var headers = csv.next().map(Row::cells).orElse(List.of());
            var shown = new ArrayList<List<String>>();
            while (shown.size() < rows) {
                var row = csv.next();
                if (row.isEmpty()) break;
                shown.add(shown(row.get().cells(), width));
            }
            return new ImportPreview(shown(headers, width), shown);
        }
    }

    /** @throws Problem.Conflict once it runs */
    @Transactional
    public void configure(Actor actor, ImportId importId, ImportSettings settings) {
        var before = waiting(actor, importId);
        if (settings.columns().size() != before.settings().columns().size())
            throw new Problem.Invalid("columns", "problem.columns-count");
        store.settle(importId, settings);
        moved(before);
    }

    /** Starts a dry run: counts what would happen, writes nobody. */
    @Transactional
    public void check(Actor actor, ImportId importId) {
        start(actor, importId, ImportState.CHECKING);
    }

    /** Starts the import itself, with or without a dry run before. */
    @Transactional
    public void run(Actor actor, ImportId importId) {
        start(actor, importId, ImportState.RUNNING);
    }

    private void start(Actor actor, ImportId importId, ImportState state) {
        var waiting = waiting(actor, importId);
        waiting.settings().mustBeComplete();
        store.start(importId, state, clock.instant());
        jobs.schedule(importId);
        moved(waiting);
    }

    /** Works a started import off here and now, for callers that wait; the background job then finds nothing to do. */
    public Import finish(Actor actor, ImportId importId) {
        get(actor, importId);
        run.run(importId, () -> false);
        return get(actor, importId);
    }

    /** Stops it after the batch it is at; who came in stays. A dry run goes back to its settings. */
    public void cancel(Actor actor, ImportId importId) {
        actor.must(Permission.IMPORT);
        var file = transaction.execute(status -> {
            var now = mine(actor, store.lock(importId), importId);
            if (now.ended()) return Optional.<Import>empty();
            if (now.state() == ImportState.CHECKING) {
                store.settle(importId, now.settings());
                moved(now);
                return Optional.<Import>empty();
            }
            store.end(importId, ImportState.CANCELLED, Optional.empty(), clock.instant());
            moved(now);
            return Optional.of(now);
        });
        file.ifPresent(cancelled -> files.delete(cancelled.file()));
    }

    @Transactional(readOnly = true)
    public Import get(Actor actor, ImportId importId) {
        actor.must(Permission.IMPORT);
        return mine(actor, store.find(actor.organization(), importId), importId);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<Import> page(Actor actor, Page.Wanted wanted) {
        actor.must(Permission.IMPORT);
        var before = wanted.after().map(text -> new ImportId(Id.parse("after", text)));
        var rows = store.page(actor.organization(), before, wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        var page = rows.subList(0, wanted.size());
        return new Page<>(page, Optional.of(page.getLast().importId().text()));
    }

    private Import waiting(Actor actor, ImportId importId) {
        actor.must(Permission.IMPORT);
        var now = mine(actor, store.lock(importId), importId);
        if (now.state() != ImportState.UPLOADED && now.state() != ImportState.CHECKED)
            throw new Problem.Conflict("problem.import-started");
        return now;
    }

    private static Import mine(Actor actor, Optional<Import> found, ImportId importId) {
        return found.filter(one -> one.organizationId().equals(actor.organization()))
                .orElseThrow(() -> new Problem.Missing("import", importId));
    }

    private List<String> header(ImportFiles.Kept kept, char separator) {
        try (var rows = CsvRows.open(kept.file(), kept.charset(), separator)) {
            var header = rows.next().orElseThrow(() -> new Problem.Invalid("file", "problem.file-no-rows"));
            var cells = new ArrayList<>(header.cells());
            while (!cells.isEmpty() && cells.getLast().isBlank()) cells.removeLast();
            if (cells.size() > MOST_COLUMNS) throw new Problem.Invalid("file", "problem.file-wide", MOST_COLUMNS);
            if (rows.next().isEmpty()) throw new Problem.Invalid("file", "problem.file-header-only");
            return cells.stream().map(RowReader::clean).toList();
        }
    }

    private static List<String> shown(List<String> cells, int width) {
        var shown = new ArrayList<String>(width);
        for (var cell : cells.subList(0, Math.min(width, cells.size()))) {
            var clean = RowReader.clean(cell);
            shown.add(clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean);
        }
        shown.addAll(Collections.nCopies(width - shown.size(), ""));
        return shown;
    }

    /** Without the folder that some browsers send. */
    private static String name(String fileName) {
        var name = RowReader.clean(fileName).replaceAll("^.*[/\\\\]", "");
        if (name.isEmpty()) return "list.csv";
        return name.length() > 255 ? name.substring(0, 255) : name;
    }

    private void moved(Import what) {
        OrganizationId organizationId = what.organizationId();
        announce.publishEvent(new ImportMoved(organizationId, what.importId()));
    }
}
