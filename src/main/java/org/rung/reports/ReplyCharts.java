package org.rung.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rung.accounts.Members;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.ChartKind;
import org.rung.charts.ChartRow;
import org.rung.charts.Unit;
import org.rung.common.MemberId;
import org.springframework.stereotype.Component;

/** How long people wait for an answer: over time, and by whom they are answered. */
@Component
class ReplyCharts {
    private static final int MOST = 50;

    private final TextDayStore texts;
    private final Members members;

    ReplyCharts(TextDayStore texts, Members members) {
        this.texts = texts;
        this.members = members;
    }

    List<Chart> of(Timeline time) {
        Map<LocalDate, Map<Integer, Long>> byStep = new HashMap<>();
        texts.waited(time.organizationId(), time.grain(), time.first())
                .forEach(one -> byStep.computeIfAbsent(one.step(), step -> new HashMap<>())
                        .merge(one.waitStep(), one.number(), Long::sum));
        var waits = new Chart(
                "waits",
                ChartKind.LINES,
                time.say("reports.waits"),
                time.say("reports.waits.line"),
                List.of(time.title()),
                List.of(time.say("reports.waits.median"), time.say("reports.waits.most")),
                List.of("brand", "rung-4"),
                time.steps().stream()
                        .map(step -> waited(time, step, byStep.getOrDefault(step, Map.of())))
                        .toList());
        return List.of(waits, byTexter(time));
    }

    /** Behind it stand those who wrote then, whom somebody answered or not. */
    private static ChartRow waited(Timeline time, LocalDate step, Map<Integer, Long> waits) {
        var people = PeopleLinks.did("REPLIED", time.days(step));
        return new ChartRow(
                time.name(step),
                List.of(
                        minutes(waits, 0.5).leadingTo(people),
                        minutes(waits, 0.9).leadingTo(people)));
    }

    private static Amount minutes(Map<Integer, Long> waits, double part) {
        return WaitStep.minutes(waits, part)
                .map(minutes -> Amount.of(minutes, Unit.MINUTES))
                .orElse(Amount.none(Unit.MINUTES));
    }

    private Chart byTexter(Timeline time) {
        Map<Long, Map<Integer, Long>> byTexter = new HashMap<>();
        texts.waitedByTexter(time.organizationId(), time.first())
                .forEach(one -> byTexter.computeIfAbsent(one.subject(), id -> new HashMap<>())
                        .merge(one.waitStep(), one.number(), Long::sum));
        var most = byTexter.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Long, Map<Integer, Long>> each) -> all(each.getValue()))
                        .reversed())
                .limit(MOST)
                .toList();
        var names = members.names(
                time.organizationId(),
                most.stream().map(each -> new MemberId(each.getKey())).toList());
        return new Chart(
                "texters",
                ChartKind.TABLE,
                time.say("reports.waits.texters"),
                time.say("reports.waits.texters.line"),
                List.of(time.say("reports.by.TEXTER")),
                List.of(
                        time.say("reports.waits.answers"),
                        time.say("reports.waits.median"),
                        time.say("reports.waits.soon")),
                List.of("brand", "brand", "good"),
                most.stream()
                        .map(each -> new ChartRow(
                                names.getOrDefault(new MemberId(each.getKey()), "–"),
                                List.of(
                                        Amount.count(all(each.getValue())),
                                        minutes(each.getValue(), 0.5),
                                        Amount.share(WaitStep.soon(each.getValue()), all(each.getValue())))))
                        .toList());
    }

    private static long all(Map<Integer, Long> waits) {
        return waits.values().stream().mapToLong(Long::longValue).sum();
    }
}
