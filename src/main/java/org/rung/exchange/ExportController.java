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
import org.rung.accounts.SignedIn;
import org.rung.asks.Boards;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files for whoever is signed in. They stream: the browser has the first rows while the last are still read. */
@Controller
class ExportController {
    private final Exports exports;
    private final Imports imports;
    private final Rejects rejects;
    private final Boards boards;
    private final I18NProvider words;
    private final SignedIn signedIn;
    private final Clock clock;

    ExportController(
            Exports exports,
            Imports imports,
            Rejects rejects,
            Boards boards,
            I18NProvider words,
            SignedIn signedIn,
            Clock clock) {
        this.exports = exports;
        this.imports = imports;
        this.rejects = rejects;
        this.boards = boards;
        this.words = words;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/" + ExchangePaths.EXPORT)
    void supporters(HttpServletResponse response) throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        name(response, "supporters-" + LocalDate.ofInstant(clock.instant(), clock.getZone()) + ".csv");
        exports.supporters(actor, response.getOutputStream());
    }

    @GetMapping("/" + ExchangePaths.SUPPRESSED)
    void suppressed(HttpServletResponse response) throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        name(response, "do-not-text-" + LocalDate.ofInstant(clock.instant(), clock.getZone()) + ".csv");
        exports.suppressed(actor, response.getOutputStream());
    }

    /** Numbers only: nobody is named in it. */
    @GetMapping("/" + ExchangePaths.LADDER)
    void ladder(@RequestParam(defaultValue = "30") int days, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        var board = boards.commitment(actor, days);
        name(response, "ladder-" + LocalDate.ofInstant(clock.instant(), clock.getZone()) + ".csv");
        try (var csv = new CsvOut(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            BoardRows.of(board, language(request), words).forEach(csv::row);
        }
    }

    @GetMapping("/exports/imports/{importId}/rejects.csv")
    void rejects(@PathVariable String importId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        var id = new ImportId(Id.parse("import", importId));
        imports.get(actor, id);
        name(response, "rejected-rows-" + id.text() + ".csv");
        rejects.write(actor, id, language(request), response.getOutputStream());
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
        var status =
                switch (problem) {
                    case Problem.Invalid invalid -> HttpStatus.BAD_REQUEST;
                    case Problem.Missing missing -> HttpStatus.NOT_FOUND;
                    case Problem.Conflict conflict -> HttpStatus.CONFLICT;
                    case Problem.Refused refused -> HttpStatus.FORBIDDEN;
                };
        return ResponseEntity.status(status)
                .body(ProblemDetail.forStatusAndDetail(status, problem.in(request.getLocale())));
    }

    private Locale language(HttpServletRequest request) {
        return signedIn.account().language().map(Locale::of).orElseGet(request::getLocale);
    }

    private static void name(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
