package org.rung.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.ChartKind;
import org.rung.charts.ChartRow;
import org.rung.commitments.AskFamily;
import org.springframework.stereotype.Component;

/** Which promises were kept, and which were not. */
@Component
class PromiseCharts {
    private final DeedDayStore deeds;

    PromiseCharts(DeedDayStore deeds) {
        this.deeds = deeds;
    }

    List<Chart> of(Timeline time) {
        var settled = deeds.settled(time.organizationId(), time.grain(), time.first());
        return List.of(overTime(time, settled), byFamily(time, settled));
    }

    private static Chart overTime(Timeline time, List<DeedDayStore.Settled> settled) {
        return new Chart(
                "promises",
                ChartKind.BARS,
                time.say("reports.promises"),
                time.say("reports.promises.line"),
                List.of(time.title()),
                List.of(
                        time.say("reports.promises.KEPT"),
                        time.say("reports.promises.BROKEN"),
                        time.say("reports.promises.RELEASED")),
                List.of("good", "bad", "rung-2"),
                time.steps().stream()
                        .map(step -> new ChartRow(
                                time.name(step),
                                List.of(
                                        amount(time, settled, step, "KEPT"),
                                        amount(time, settled, step, "BROKEN"),
                                        amount(time, settled, step, "RELEASED"))))
                        .toList());
    }

    private static Amount amount(Timeline time, List<DeedDayStore.Settled> settled, LocalDate step, String state) {
        return Amount.count(settled.stream()
                        .filter(one -> one.step().equals(step) && one.state().equals(state))
                        .mapToLong(DeedDayStore.Settled::number)
                        .sum())
                .leadingTo(PeopleLinks.promised(state, time.days(step)));
    }

    /** A promise from which somebody was released was neither kept nor broken. */
    private static Chart byFamily(Timeline time, List<DeedDayStore.Settled> settled) {
        List<ChartRow> rows = new ArrayList<>();
        for (var family : AskFamily.values()) {
            long kept = sum(settled, family, "KEPT");
            long broken = sum(settled, family, "BROKEN");
            if (kept + broken == 0) continue;
            rows.add(new ChartRow(
                    time.say("asks.promises.family." + family),
                    List.of(
                            Amount.count(kept),
                            Amount.count(broken),
                            Amount.share(kept, kept + broken),
                            Amount.share(broken, kept + broken))));
        }
        return new Chart(
                "families",
                ChartKind.TABLE,
                time.say("reports.families"),
                time.say("reports.families.line"),
                List.of(time.say("reports.family")),
                List.of(
                        time.say("reports.promises.KEPT"),
                        time.say("reports.promises.BROKEN"),
                        time.say("reports.promises.kept.share"),
                        time.say("reports.promises.broken.share")),
                List.of("good", "bad", "good", "bad"),
                rows);
    }

    private static long sum(List<DeedDayStore.Settled> settled, AskFamily family, String state) {
        return settled.stream()
                .filter(one -> one.family() == family && one.state().equals(state))
                .mapToLong(DeedDayStore.Settled::number)
                .sum();
    }
}
