package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.Unit;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.LadderKind;
import org.rung.reports.Figure;
import org.rung.reports.Report;
import org.rung.reports.ReportFilter;
import org.rung.reports.Reports;
import org.rung.reports.StepsBy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports", description = "Figures by day, month, source, campaign and texter, as they were counted last")
class ReportsApi {
    private final Reports reports;

    ReportsApi(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/{figure}")
    @Needs(Permission.SEE_LADDER)
    @Operation(
            summary = "A page of figures",
            description =
                    "`ladder`, `steps`, `promises`, `campaigns`, `replies`, or `giving`, which needs `SEE_GIVING` as"
                            + " well. Tables as the screens show them, with English headings; `people` leads to the people behind a"
                            + " number. The last three days are counted every ten minutes, all others at night.")
    Shown get(
            Actor.Token token,
            @Parameter(description = "Which page.", example = "ladder") @PathVariable String figure,
            @Parameter(description = "Of `ladder` and `steps`.") @RequestParam(defaultValue = "COMMITMENT")
                    LadderKind ladder,
            @Parameter(description = "How far back: 3, 12 or 36, this month included.")
                    @RequestParam(defaultValue = "12")
                    int months,
            @Parameter(
                            description = "Of `ladder`: whose moves from rung to rung; this one if absent.",
                            example = "2026-10")
                    @RequestParam(required = false)
                    @Nullable
                    String month,
            @Parameter(description = "Of `steps`: what they are told apart by.") @RequestParam(defaultValue = "SOURCE")
                    StepsBy by) {
        var wanted = Figure.of(figure).orElseThrow(() -> new Problem.Missing("problem.no-such-report"));
        return Shown.of(reports.of(token, wanted, new ReportFilter(ladder, months, month(month), by), Locale.ENGLISH));
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(YearMonth::parse);
        } catch (DateTimeException notOne) {
            throw new Problem.Invalid("month", "problem.report-month");
        }
    }

    @Schema(name = "Report")
    record Shown(
            List<Table> charts,

            @Schema(description = "When everything was counted last; absent before the first time.") @Nullable
            Instant wholeAt,

            @Schema(description = "When the last days were counted last.") @Nullable
            Instant latelyAt) {
        static Shown of(Report report) {
            return new Shown(
                    report.charts().stream().map(Table::of).toList(),
                    report.wholeAt().orElse(null),
                    report.latelyAt().orElse(null));
        }
    }

    @Schema(name = "ReportChart")
    record Table(
            @Schema(example = "standing") String key,
            @Schema(example = "People on each rung") String title,

            @Schema(description = "What the rows' names say.")
            List<String> titles,

            List<String> columns,
            List<Line> rows) {
        static Table of(Chart chart) {
            return new Table(
                    chart.key(),
                    chart.title(),
                    chart.titles(),
                    chart.columns(),
                    chart.rows().stream()
                            .map(row -> new Line(
                                    row.names(),
                                    row.amounts().stream().map(Number::of).toList()))
                            .toList());
        }
    }

    @Schema(name = "ReportRow")
    record Line(List<String> names, List<Number> numbers) {}

    @Schema(name = "ReportNumber")
    record Number(
            @Schema(description = "Absent where nothing can be said.", example = "312") @Nullable
            BigDecimal value,

            Unit unit,

            @Schema(description = "Of MONEY, whose value is in whole units.", example = "USD") @Nullable
            String currency,

            @Schema(description = "A path of Rung's screens.") @Nullable
            String people) {
        static Number of(Amount amount) {
            return new Number(
                    amount.value().orElse(null),
                    amount.unit(),
                    amount.currency().isEmpty() ? null : amount.currency(),
                    amount.link().orElse(null));
        }
    }
}
