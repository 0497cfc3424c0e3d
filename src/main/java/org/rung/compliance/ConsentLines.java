package org.rung.compliance;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.accounts.AuditLog;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.consent.ConsentEntry;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.exchange.CsvOut;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who came in and who went: the consent ledger by period, way and campaign. */
@Service
public class ConsentLines {
    private static final int PAGE = 1_000;

    private final ConsentLineStore store;
    private final AuditLog audit;

    ConsentLines(ConsentLineStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * What is asked for.
     *
     * @param from included
     * @param until not included
     * @param campaign only numbers that were texted in it
     */
    public record Wanted(
            ConsentKind kind,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<ConsentSource> source,
            Optional<CampaignId> campaign) {}

    /**
     * The latest first. Needs SEE_PEOPLE.
     *
     * @throws org.rung.common.Problem.Invalid for a page that is none
     */
    @Transactional(readOnly = true)
    public Page<ConsentEntry> page(Actor actor, Wanted wanted, Page.Wanted page) {
        actor.must(Permission.SEE_PEOPLE);
        var rows = store.page(actor.organization(), wanted, page.after().map(Page.Place::read), page.size() + 1);
        if (rows.size() <= page.size()) return new Page<>(rows, Optional.empty());
        var shown = rows.subList(0, page.size());
        return new Page<>(shown, Optional.of(place(shown.getLast()).text()));
    }

    private static Page.Place place(ConsentEntry line) {
        return new Page.Place(line.happenedAt(), line.consent());
    }

    /** As CSV, a page at a time; the audit log keeps who and how many, also when the reader goes away. Needs EXPORT. */
    public void export(Actor actor, Wanted wanted, Locale language, OutputStream out) {
        actor.must(Permission.EXPORT);
        var here = Optional.of(actor.organization().value());
        var written = new long[1];
        audit.add(
                actor,
                "consents.export-begun",
                "organization",
                here,
                wanted.kind().name());
        try {
            CsvOut.write(out, csv -> {
                csv.row(Stream.of("number", "when", "what", "how", "words", "who", "recorded")
                        .map(column ->
                                Sentence.of("compliance.proof.column." + column).in(language))
                        .toList());
                Optional<String> after = Optional.empty();
                do {
                    var page = page(actor, wanted, new Page.Wanted(after, PAGE));
                    for (var line : page.rows()) {
                        csv.row(List.of(
                                line.phone().text(),
                                line.happenedAt().toString(),
                                line.kind().name(),
                                line.source().name(),
                                Sentence.said(line.words(), language),
                                line.actorKind(),
                                line.recordedAt().toString()));
                    }
                    written[0] += page.rows().size();
                    csv.flush();
                    after = page.next();
                } while (after.isPresent());
            });
        } finally {
            audit.add(actor, "consents.exported", "organization", here, written[0] + " lines");
        }
    }
}
