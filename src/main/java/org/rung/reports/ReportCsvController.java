package org.rung.reports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Download;
import org.rung.accounts.GivesFiles;
import org.rung.accounts.SignedIn;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.exchange.CsvOut;
import org.rung.ladder.LadderKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Each page of figures as a file, its tables one under another; numbers only, nobody is named but texters. */
@GivesFiles
class ReportCsvController {
    private final Reports reports;
    private final AuditLog audit;
    private final SignedIn signedIn;

    ReportCsvController(Reports reports, AuditLog audit, SignedIn signedIn) {
        this.reports = reports;
        this.audit = audit;
        this.signedIn = signedIn;
    }

    @GetMapping(ReportsPaths.CSV)
    void figure(
            @PathVariable String figure,
            @RequestParam(defaultValue = "COMMITMENT") LadderKind ladder,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "SOURCE") StepsBy by,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        var wanted = Figure.of(figure).orElseThrow(() -> new Problem.Missing("problem.no-such-report"));
        var report = reports.of(actor, wanted, new ReportFilter(ladder, months, month(month), by), language(request));
        audit.add(actor, "report.exported", "report", Optional.empty(), wanted.word());
        Download.named(response, Download.CSV, wanted.word() + ".csv");
        CsvOut.write(response.getOutputStream(), csv -> report.charts().forEach(chart -> write(csv, chart)));
    }

    private static void write(CsvOut csv, Chart chart) {
        csv.row(List.of(chart.title()));
        List<String> head = new ArrayList<>(chart.titles());
        head.addAll(chart.columns());
        csv.row(head);
        for (var row : chart.rows()) {
            List<String> cells = new ArrayList<>(row.names());
            row.amounts().stream().map(ReportCsvController::plain).forEach(cells::add);
            csv.row(cells);
        }
        csv.row(List.of(""));
    }

    /** As a program reads it, with its currency behind where there is one. */
    private static String plain(Amount amount) {
        var number = amount.value().map(BigDecimal::toPlainString).orElse("");
        return amount.currency().isEmpty() || number.isEmpty() ? number : number + " " + amount.currency();
    }

    static Optional<YearMonth> month(String text) {
        if (text.isBlank()) return Optional.empty();
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException notOne) {
            throw new Problem.Invalid("month", "problem.report-month");
        }
    }

    private Locale language(HttpServletRequest request) {
        return signedIn.account().language().map(Locale::of).orElseGet(request::getLocale);
    }
}
