package org.rung.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.ChartKind;
import org.rung.charts.ChartRow;
import org.rung.charts.Unit;
import org.rung.common.MemberId;
import org.rung.ladder.Ladder;
import org.rung.ladder.Ladders;
import org.rung.ladder.StartingWords;
import org.springframework.stereotype.Component;

/** Who rises: from each rung, of those who came by a source; of those a campaign or a texter spoke with. */
@Component
class StepCharts {
    private static final int MOST = 25;

    private final Ladders ladders;
    private final StepStore steps;
    private final CampaignCountStore campaigns;
    private final Members members;

    StepCharts(Ladders ladders, StepStore steps, CampaignCountStore campaigns, Members members) {
        this.ladders = ladders;
        this.steps = steps;
        this.campaigns = campaigns;
        this.members = members;
    }

    List<Chart> of(Timeline time) {
        var ladder = ladders.of(time.organizationId(), time.filter().ladder());
        var by = time.filter().by();
        var found = steps.steps(time.organizationId(), ladder.ladderId(), by, MOST);
        return by == StepsBy.SOURCE ? bySource(time, ladder, found) : byWhom(time, ladder, found);
    }

    private List<Chart> bySource(Timeline time, Ladder ladder, List<StepStore.Step> found) {
        List<Chart> charts = new ArrayList<>();
        for (var rung : ladder.rungs().subList(0, ladder.top() - 1)) {
            var rows = found.stream()
                    .filter(step -> step.from() == rung.position())
                    .sorted(Comparator.comparingLong(StepStore.Step::people).reversed())
                    .map(step -> new ChartRow(
                            step.subject().isEmpty() ? time.say("reports.source.none") : step.subject(),
                            List.of(
                                    step.subject().isEmpty()
                                            ? Amount.count(step.people())
                                            : Amount.count(step.people()).leadingTo(PeopleLinks.from(step.subject())),
                                    Amount.count(step.rose()),
                                    Amount.share(step.rose(), step.people()),
                                    step.medianDays()
                                            .map(days -> Amount.of(days, Unit.DAYS))
                                            .orElse(Amount.none(Unit.DAYS)))))
                    .toList();
            charts.add(new Chart(
                    "from-" + rung.position(),
                    ChartKind.TABLE,
                    time.say(
                            "reports.steps.from", rung.position() + " " + StartingWords.in(time.locale(), rung.name())),
                    time.say("reports.steps.line"),
                    List.of(time.say("reports.source")),
                    List.of(
                            time.say("reports.steps.came"),
                            time.say("reports.steps.rose"),
                            time.say("reports.steps.share"),
                            time.say("reports.steps.days")),
                    List.of("brand", "brand", "brand", "brand"),
                    rows));
        }
        return charts;
    }

    private record Whom(long subject, long talked, Map<Integer, StepStore.Step> rises) {
        long rose() {
            return rises.values().stream().mapToLong(StepStore.Step::rose).sum();
        }

        /** Each rung's median, weighed by how many it stands for. */
        Optional<Double> days() {
            var weighed = rises.values().stream()
                    .filter(step -> step.medianDays().isPresent())
                    .toList();
            long all = weighed.stream().mapToLong(StepStore.Step::rose).sum();
            return all == 0
                    ? Optional.empty()
                    : Optional.of(weighed.stream()
                                    .mapToDouble(step -> step.medianDays().orElse(0.0) * step.rose())
                                    .sum()
                            / all);
        }
    }

    private List<Chart> byWhom(Timeline time, Ladder ladder, List<StepStore.Step> found) {
        Map<Long, Long> talked = new LinkedHashMap<>();
        Map<Long, Map<Integer, StepStore.Step>> rises = new LinkedHashMap<>();
        for (var step : found) {
            if (step.from() == 0) talked.put(step.subjectId(), step.people());
            else
                rises.computeIfAbsent(step.subjectId(), id -> new LinkedHashMap<>())
                        .put(step.from(), step);
            talked.putIfAbsent(step.subjectId(), 0L);
        }
        var whom = talked.entrySet().stream()
                .map(each -> new Whom(each.getKey(), each.getValue(), rises.getOrDefault(each.getKey(), Map.of())))
                .sorted(Comparator.comparingLong(Whom::rose).reversed())
                .toList();
        var names = names(time, whom.stream().map(Whom::subject).toList());
        List<String> columns = new ArrayList<>();
        columns.add(time.say("reports.steps.talked"));
        columns.add(time.say("reports.steps.rose"));
        columns.add(time.say("reports.steps.share"));
        columns.add(time.say("reports.steps.days"));
        for (int position = 1; position < ladder.top(); position++)
            columns.add(time.say("reports.steps.to", position, position + 1));
        var rows = whom.stream()
                .map(one -> new ChartRow(names.getOrDefault(one.subject(), "–"), amounts(time, ladder, one)))
                .toList();
        return List.of(new Chart(
                "rises",
                ChartKind.TABLE,
                time.say("reports.steps.by." + time.filter().by()),
                time.say("reports.steps.by.line"),
                List.of(time.say("reports.by." + time.filter().by())),
                columns,
                columns.stream().map(column -> "brand").toList(),
                rows));
    }

    private static List<Amount> amounts(Timeline time, Ladder ladder, Whom one) {
        List<Amount> amounts = new ArrayList<>();
        var talked = Amount.count(one.talked());
        amounts.add(
                time.filter().by() == StepsBy.CAMPAIGN
                        ? talked.leadingTo(PeopleLinks.of("texted", new CampaignId(one.subject()).text()))
                        : talked);
        amounts.add(Amount.count(one.rose()));
        amounts.add(Amount.share(one.rose(), one.talked()));
        amounts.add(one.days().map(days -> Amount.of(days, Unit.DAYS)).orElse(Amount.none(Unit.DAYS)));
        for (int position = 1; position < ladder.top(); position++) {
            var step = one.rises().get(position);
            amounts.add(Amount.count(step == null ? 0 : step.rose()));
        }
        return amounts;
    }

    private Map<Long, String> names(Timeline time, List<Long> subjects) {
        Map<Long, String> names = new LinkedHashMap<>();
        if (subjects.isEmpty()) return names;
        if (time.filter().by() == StepsBy.TEXTER)
            members.names(
                            time.organizationId(),
                            subjects.stream().map(MemberId::new).toList())
                    .forEach((id, name) -> names.put(id.value(), name));
        else names.putAll(campaigns.names(time.organizationId(), subjects));
        return names;
    }
}
