package org.rung.reports.ui;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.ladder.LadderKind;
import org.rung.reports.ReportFilter;
import org.rung.reports.StepsBy;

/** What an address asks for, so that a page of figures can be kept and sent; what it does not understand is as usual. */
final class Asked {
    private Asked() {}

    static ReportFilter of(Map<String, List<String>> parameters) {
        var usual = ReportFilter.USUAL;
        return new ReportFilter(
                one(LadderKind.values(), word(parameters, "ladder"))
                        .filter(ReportFilter.LADDERS::contains)
                        .orElse(usual.ladder()),
                months(word(parameters, "months")),
                month(word(parameters, "month")),
                one(StepsBy.values(), word(parameters, "by")).orElse(usual.by()));
    }

    static String written(ReportFilter filter) {
        return "ladder=" + filter.ladder() + "&months=" + filter.months() + "&by=" + filter.by()
                + filter.month().map(month -> "&month=" + month).orElse("");
    }

    private static String word(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String word) {
        return Arrays.stream(all).filter(each -> each.name().equals(word)).findFirst();
    }

    private static int months(String word) {
        return ReportFilter.MONTHS.stream()
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElse(ReportFilter.USUAL.months());
    }

    private static Optional<YearMonth> month(String word) {
        try {
            return word.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(word));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
