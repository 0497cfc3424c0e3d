package org.rung.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.consent.SuppressionDraft;
import org.rung.exchange.CsvOut;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of numbers that go onto the do-not-text list, in the background: see {@link SuppressionListMoved}. */
@Service
public class SuppressionLists {
    public static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int MOST_ROWS = 500_000;
    private static final int PAGE = 2_000;
    private static final int LONGEST_NAME = 120;

    private final SuppressionListStore store;
    private final SuppressionListTasks.Bell bell;
    private final SuppressionListRun run;
    private final Campaigning campaigning;
    private final Organizations organizations;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    SuppressionLists(
            SuppressionListStore store,
            SuppressionListTasks.Bell bell,
            SuppressionListRun run,
            Campaigning campaigning,
            Organizations organizations,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.bell = bell;
        this.run = run;
        this.campaigning = campaigning;
        this.organizations = organizations;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Reads the numbers and begins. Of each row the first cell that is a number counts; rows without one come back with
     * their reason. Needs EDIT_PEOPLE and IMPORT.
     *
     * @param name as the file is called, for people to know it by
     * @throws Problem.Invalid for a file without any number, or with more than half a million rows
     */
    @Transactional
    public SuppressionListId start(Actor actor, String name, InputStream file, SuppressionDraft draft) {
        actor.must(Permission.EDIT_PEOPLE);
        actor.must(Permission.IMPORT);
        campaigning.mustBeOurs(actor, draft.scope());
        var list = new SuppressionList(
                new SuppressionListId(Id.next()),
                actor.organization(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                draft.scope(),
                draft.reason(),
                ListState.RUNNING,
                0,
                0,
                0,
                0,
                actor.member(),
                clock.instant(),
                Optional.empty());
        store.add(list);
        read(list, file, organizations.get(actor.organization()).country());
        audit.add(
                actor,
                "suppression.list-begun",
                "suppression list",
                Optional.of(list.suppressionListId().value()),
                draft.scope().kind());
        bell.ring(list.suppressionListId());
        announce.publishEvent(new SuppressionListMoved(actor.organization(), list.suppressionListId()));
        return list.suppressionListId();
    }

    private void read(SuppressionList list, InputStream file, String country) {
        long total = 0;
        long refused = 0;
        var page = new ArrayList<NumbersFile.Row>();
        try (var rows = NumbersFile.of(file, country)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().phone() == null) refused++;
                else total++;
                if (total + refused > MOST_ROWS) throw new Problem.Invalid("file", "problem.list-long", MOST_ROWS);
                page.add(row.get());
                if (page.size() == PAGE) {
                    store.rows(list, page);
                    page.clear();
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            throw new Problem.Invalid("file", "problem.file-broken");
        }
        store.rows(list, page);
        if (total == 0) throw new Problem.Invalid("file", "problem.list-without-numbers");
        store.counted(list.suppressionListId(), total, refused);
    }

    /** Stops it after the batch it is at; what is on the list by then stays. */
    @Transactional
    public void cancel(Actor actor, SuppressionListId id) {
        actor.must(Permission.EDIT_PEOPLE);
        get(actor, id);
        store.lock(id).filter(SuppressionList::working).ifPresent(list -> {
            store.end(id, ListState.CANCELLED, clock.instant());
            announce.publishEvent(new SuppressionListMoved(actor.organization(), id));
        });
    }

    @Transactional(readOnly = true)
    public SuppressionList get(Actor actor, SuppressionListId id) {
        actor.must(Permission.SEE_PEOPLE);
        return store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("list", id));
    }

    /** The newest first. Needs SEE_PEOPLE. */
    @Transactional(readOnly = true)
    public List<SuppressionList> newest(Actor actor, int most) {
        actor.must(Permission.SEE_PEOPLE);
        return store.newest(actor.organization(), most);
    }

    /** Works it off here and now, for callers that wait; the background task then finds nothing to do. */
    public SuppressionList finish(Actor actor, SuppressionListId id) {
        get(actor, id);
        run.run(id, () -> false);
        return get(actor, id);
    }

    /** Rows without a number: line, reason, what was written. Kept for 30 days; streams; the audit log keeps who took them. */
    public void refused(Actor actor, SuppressionListId id, Locale language, OutputStream out) {
        actor.must(Permission.IMPORT);
        var list = get(actor, id);
        audit.add(
                actor,
                "suppression.refused-exported",
                "suppression list",
                Optional.of(id.value()),
                list.refused() + " rows");
        CsvOut.write(out, csv -> {
            csv.row(List.of(
                    Sentence.of("compliance.refused.line").in(language),
                    Sentence.of("compliance.refused.reason").in(language),
                    Sentence.of("compliance.refused.written").in(language)));
            long after = 0;
            while (true) {
                var page = store.refused(actor.organization(), id, after, PAGE);
                page.forEach(row ->
                        csv.row(List.of(Long.toString(row.line()), row.reason().in(language), row.written())));
                if (page.size() < PAGE) return;
                after = page.getLast().line();
            }
        });
    }
}
