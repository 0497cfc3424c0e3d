package org.rung.reports;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.rung.common.Problem;
import org.rung.ladder.LadderKind;

/**
 * What a report is about.
 *
 * @param months how far back, this month included: one of {@link #MONTHS}
 * @param month whose moves from rung to rung are shown; this one where empty
 * @param by what steps are told apart by
 */
public record ReportFilter(LadderKind ladder, int months, Optional<YearMonth> month, StepsBy by) {
    public static final List<Integer> MONTHS = List.of(3, 12, 36);
    /** Those that every organization has; the ones it made for itself have their own people on their own page. */
    public static final List<LadderKind> LADDERS = List.of(LadderKind.COMMITMENT, LadderKind.GIVING);

    public static final ReportFilter USUAL =
            new ReportFilter(LadderKind.COMMITMENT, 12, Optional.empty(), StepsBy.SOURCE);

    public ReportFilter {
        if (!LADDERS.contains(ladder)) throw new Problem.Invalid("ladder", "problem.ladder-kind");
        if (!MONTHS.contains(months)) throw new Problem.Invalid("months", "problem.report-months");
    }
}
