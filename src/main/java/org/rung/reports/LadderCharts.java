package org.rung.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.ChartKind;
import org.rung.charts.ChartRow;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.ladder.StartingWords;
import org.springframework.stereotype.Component;

/** Who stands where over time, who moved from where to where, and who became a host. */
@Component
class LadderCharts {
    private final Ladders ladders;
    private final MoveDayStore moves;
    private final DeedDayStore deeds;

    LadderCharts(Ladders ladders, MoveDayStore moves, DeedDayStore deeds) {
        this.ladders = ladders;
        this.moves = moves;
        this.deeds = deeds;
    }

    List<Chart> of(Timeline time) {
        var ladder = ladders.of(time.organizationId(), time.filter().ladder());
        var moved = moves.moved(time.organizationId(), ladder.ladderId(), time.grain(), time.first());
        List<Chart> charts = new ArrayList<>();
        charts.add(standing(time, ladder, moved));
        charts.add(flow(time, ladder));
        charts.add(balance(time, ladder, moved));
        if (ladder.kind() == LadderKind.COMMITMENT) charts.add(hosts(time));
        return charts;
    }

    /** Whoever is above the lowest rung came there by moves; everyone else who is known stands on the lowest. */
    private Chart standing(Timeline time, Ladder ladder, List<MoveDayStore.Moved> moved) {
        long[] people = new long[ladder.top() + 1];
        long known = 0;
        Map<LocalDate, List<MoveDayStore.Moved>> byStep = new HashMap<>();
        for (var move : moved) {
            if (move.step() == null) apply(people, move);
            else byStep.computeIfAbsent(move.step(), step -> new ArrayList<>()).add(move);
        }
        Map<LocalDate, Long> came = new HashMap<>();
        for (var one : moves.came(time.organizationId(), time.grain(), time.first())) {
            if (one.step() == null) known += one.number();
            else came.put(one.step(), one.number());
        }
        List<ChartRow> rows = new ArrayList<>();
        for (var step : time.steps()) {
            byStep.getOrDefault(step, List.of()).forEach(move -> apply(people, move));
            known += came.getOrDefault(step, 0L);
            rows.add(new ChartRow(time.name(step), amounts(time, ladder, people, known, step)));
        }
        return new Chart(
                "standing",
                ChartKind.AREA,
                time.say("reports.standing"),
                time.say("reports.standing.line"),
                List.of(time.title()),
                ladder.rungs().stream().map(rung -> name(time, rung)).toList(),
                ladder.rungs().stream()
                        .map(rung -> "rung-" + Math.min(rung.position(), 6))
                        .toList(),
                rows);
    }

    private static void apply(long[] people, MoveDayStore.Moved move) {
        int top = people.length - 1;
        people[Math.clamp(move.from(), 0, top)] -= move.number();
        people[Math.clamp(move.to(), 0, top)] += move.number();
    }

    private static List<Amount> amounts(Timeline time, Ladder ladder, long[] people, long known, LocalDate step) {
        long above = 0;
        List<Amount> amounts = new ArrayList<>();
        for (int position = 2; position <= ladder.top(); position++) {
            long here = Math.max(0, people[position]);
            above += here;
            amounts.add(linked(time, ladder, position, step, here));
        }
        amounts.addFirst(linked(time, ladder, 1, step, Math.max(0, known - above)));
        return amounts;
    }

    /** The list of supporters knows where people stand now, not where they stood. */
    private static Amount linked(Timeline time, Ladder ladder, int position, LocalDate step, long number) {
        var amount = Amount.count(number);
        return step.equals(time.steps().getLast()) ? amount.leadingTo(PeopleLinks.on(ladder.kind(), position)) : amount;
    }

    private Chart flow(Timeline time, Ladder ladder) {
        var month = time.filter().month().orElse(YearMonth.from(time.today()));
        var first = month.atDay(1);
        var last = month.plusMonths(1).atDay(1);
        var days = first + "/" + last.minusDays(1);
        var rows = moves.flows(time.organizationId(), ladder.ladderId(), first, last).stream()
                .map(move -> new ChartRow(
                        List.of(name(time, ladder.rung(move.from())), name(time, ladder.rung(move.to()))),
                        List.of(Amount.count(move.number())
                                .leadingTo(PeopleLinks.moved(ladder.kind(), move.from() + ">" + move.to(), days)))))
                .toList();
        return new Chart(
                "flow",
                ChartKind.FLOW,
                time.say("reports.flow"),
                time.say("reports.flow.line", Grain.MONTH.name(first, time.locale())),
                List.of(time.say("reports.from"), time.say("reports.to")),
                List.of(time.say("reports.moves")),
                List.of("brand"),
                rows);
    }

    private Chart balance(Timeline time, Ladder ladder, List<MoveDayStore.Moved> moved) {
        var rows = time.steps().stream()
                .map(step -> new ChartRow(
                        time.name(step),
                        List.of(
                                Amount.count(sum(moved, step, true))
                                        .leadingTo(PeopleLinks.moved(ladder.kind(), "up", time.days(step))),
                                Amount.count(sum(moved, step, false))
                                        .leadingTo(PeopleLinks.moved(ladder.kind(), "down", time.days(step))))))
                .toList();
        return new Chart(
                "balance",
                ChartKind.BARS,
                time.say("reports.balance"),
                time.say("reports.balance.line"),
                List.of(time.title()),
                List.of(time.say("reports.rose"), time.say("reports.fell")),
                List.of("good", "warn"),
                rows);
    }

    private static long sum(List<MoveDayStore.Moved> moved, LocalDate step, boolean up) {
        return moved.stream()
                .filter(move -> step.equals(move.step()) && move.to() > move.from() == up && move.to() != move.from())
                .mapToLong(MoveDayStore.Moved::number)
                .sum();
    }

    private Chart hosts(Timeline time) {
        Map<LocalDate, Long> made = new HashMap<>();
        int offset =
                time.zone().getRules().getOffset(time.today().atStartOfDay()).getTotalSeconds();
        deeds.newHosts(time.organizationId(), time.grain(), time.first(), offset)
                .forEach(one -> made.put(one.step(), one.number()));
        return new Chart(
                "hosts",
                ChartKind.BARS,
                time.say("reports.hosts"),
                time.say("reports.hosts.line"),
                List.of(time.title()),
                List.of(time.say("reports.hosts.made")),
                List.of("rung-5"),
                time.steps().stream()
                        .map(step -> new ChartRow(
                                time.name(step),
                                List.of(Amount.count(made.getOrDefault(step, 0L))
                                        .leadingTo(PeopleLinks.did("HOSTED", time.days(step))))))
                        .toList());
    }

    private static String name(Timeline time, Rung rung) {
        return rung.position() + " " + StartingWords.in(time.locale(), rung.name());
    }
}
