package org.rung.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.ChartKind;
import org.rung.charts.ChartRow;
import org.springframework.stereotype.Component;

/** What people gave, a currency at a time: amounts of two are never added up. */
@Component
class GivingCharts {
    private final DeedDayStore deeds;

    GivingCharts(DeedDayStore deeds) {
        this.deeds = deeds;
    }

    List<Chart> of(Timeline time) {
        var given = deeds.given(time.organizationId(), time.grain(), time.first());
        List<Chart> charts = new ArrayList<>();
        given.stream()
                .map(DeedDayStore.Given::currency)
                .distinct()
                .forEach(currency -> charts.add(chart(time, currency, given)));
        if (charts.isEmpty()) charts.add(chart(time, "USD", List.of()));
        return charts;
    }

    private static Chart chart(Timeline time, String currency, List<DeedDayStore.Given> given) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return new Chart(
                "giving-" + currency,
                ChartKind.BARS,
                time.say("reports.giving", currency),
                time.say("reports.giving.line"),
                List.of(time.title()),
                List.of(time.say("reports.giving.amount"), time.say("reports.giving.gifts")),
                List.of("good", "rung-3"),
                time.steps().stream()
                        .map(step -> {
                            var here = given.stream()
                                    .filter(one -> one.step().equals(step)
                                            && one.currency().equals(currency))
                                    .toList();
                            long minor = here.stream()
                                    .mapToLong(DeedDayStore.Given::minor)
                                    .sum();
                            long gifts = here.stream()
                                    .mapToLong(DeedDayStore.Given::gifts)
                                    .sum();
                            var people = PeopleLinks.did("GAVE", time.days(step));
                            return new ChartRow(
                                    time.name(step),
                                    List.of(
                                            Amount.money(BigDecimal.valueOf(minor, digits), currency)
                                                    .leadingTo(people),
                                            Amount.count(gifts).leadingTo(people)));
                        })
                        .toList());
    }
}
