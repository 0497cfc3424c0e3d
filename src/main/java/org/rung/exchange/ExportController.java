package org.rung.exchange;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.Download;
import org.rung.accounts.GivesFiles;
import org.rung.accounts.SignedIn;
import org.rung.asks.Boards;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files for whoever is signed in. They stream: the browser has the first rows while the last are still read. */
@GivesFiles
class ExportController {
    private final Exports exports;
    private final Imports imports;
    private final Rejects rejects;
    private final AuditFile audits;
    private final Boards boards;
    private final I18NProvider words;
    private final SignedIn signedIn;
    private final Clock clock;

    ExportController(
            Exports exports,
            Imports imports,
            Rejects rejects,
            AuditFile audits,
            Boards boards,
            I18NProvider words,
            SignedIn signedIn,
            Clock clock) {
        this.exports = exports;
        this.imports = imports;
        this.rejects = rejects;
        this.audits = audits;
        this.boards = boards;
        this.words = words;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/" + ExchangePaths.EXPORT)
    void supporters(HttpServletResponse response) throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        Download.named(
                response, Download.CSV, "supporters-" + LocalDate.ofInstant(clock.instant(), clock.getZone()) + ".csv");
        exports.supporters(actor, response.getOutputStream());
    }

    @GetMapping("/" + ExchangePaths.SUPPRESSED)
    void suppressed(HttpServletResponse response) throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        Download.named(
                response,
                Download.CSV,
                "do-not-text-" + LocalDate.ofInstant(clock.instant(), clock.getZone()) + ".csv");
        exports.suppressed(actor, response.getOutputStream());
    }

    /** Numbers only: nobody is named in it. */
    @GetMapping("/" + ExchangePaths.LADDER)
    void ladder(@RequestParam(defaultValue = "30") int days, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        var board = boards.commitment(actor, days);
        Download.named(
                response, Download.CSV, "ladder-" + LocalDate.ofInstant(clock.instant(), clock.getZone()) + ".csv");
        try (var csv = new CsvOut(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            BoardRows.of(board, language(request), words).forEach(csv::row);
        }
    }

    /** The audit log as it is asked for; days are those of the organization's zone. */
    @GetMapping("/" + AccountsPaths.AUDIT_FILE)
    void audit(
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String verbs,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.ADMINISTER);
        var zone = signedIn.organization().zone();
        var filter = new AuditFilter(
                some(member).map(id -> Id.parse("member", id)),
                some(verbs),
                some(subject).map(kind -> new AuditFilter.Subject(kind, Optional.empty())),
                some(words),
                Optional.ofNullable(from).map(day -> day.atStartOfDay(zone).toInstant()),
                Optional.ofNullable(until)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
        Download.named(
                response, Download.CSV, "audit-log-" + LocalDate.ofInstant(clock.instant(), clock.getZone()) + ".csv");
        audits.write(actor, filter, response.getOutputStream());
    }

    private static Optional<String> some(String word) {
        return Optional.of(word.strip()).filter(text -> !text.isEmpty());
    }

    @GetMapping("/exports/imports/{importId}/rejects.csv")
    void rejects(@PathVariable String importId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        var id = new ImportId(Id.parse("import", importId));
        imports.get(actor, id);
        Download.named(response, Download.CSV, "rejected-rows-" + id.text() + ".csv");
        rejects.write(actor, id, language(request), response.getOutputStream());
    }

    private Locale language(HttpServletRequest request) {
        return signedIn.account().language().map(Locale::of).orElseGet(request::getLocale);
    }
}
