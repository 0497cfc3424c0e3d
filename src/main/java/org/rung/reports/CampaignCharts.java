package org.rung.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.charts.Amount;
import org.rung.charts.Chart;
import org.rung.charts.ChartKind;
import org.rung.charts.ChartRow;
import org.rung.charts.Unit;
import org.rung.senders.SegmentPrice;
import org.rung.senders.Senders;
import org.springframework.stereotype.Component;

/** Campaigns beside each other: how people took them, how soon they were answered, and what a step up cost. */
@Component
class CampaignCharts {
    private static final int MOST = 50;
    private static final int DRAWN = 12;

    private final CampaignCountStore campaigns;
    private final TextDayStore texts;
    private final Senders senders;

    CampaignCharts(CampaignCountStore campaigns, TextDayStore texts, Senders senders) {
        this.campaigns = campaigns;
        this.texts = texts;
        this.senders = senders;
    }

    List<Chart> of(Timeline time) {
        var here = time.organizationId();
        var found = campaigns.newest(here, MOST);
        var ids = found.stream().map(one -> one.campaignId().value()).toList();
        var sent = texts.sent(here, ids).stream().collect(Collectors.toMap(TextDayStore.Sent::campaign, one -> one));
        Map<Long, Map<Integer, Long>> waits = new HashMap<>();
        texts.waitedByCampaign(here, ids)
                .forEach(one -> waits.computeIfAbsent(one.subject(), id -> new HashMap<>())
                        .merge(one.waitStep(), one.number(), Long::sum));
        var price = senders.price(here);
        var rows = found.stream()
                .map(one -> {
                    long id = one.campaignId().value();
                    var cost = price.map(each -> each.times(Optional.ofNullable(sent.get(id))
                            .map(TextDayStore.Sent::segments)
                            .orElse(0L)));
                    return row(one, waits.getOrDefault(id, Map.of()), price, cost);
                })
                .toList();
        return List.of(shares(time, found), table(time, rows));
    }

    private static Chart shares(Timeline time, List<CampaignCountStore.Counted> found) {
        var rows = found.stream()
                .limit(DRAWN)
                .map(one -> new ChartRow(
                        one.name(),
                        List.of(
                                Amount.share(one.replied(), one.texted()),
                                Amount.share(one.answered(), one.texted()),
                                Amount.share(one.optedOut(), one.texted()))))
                .toList();
        return new Chart(
                "shares",
                ChartKind.BARS,
                time.say("reports.campaigns.shares"),
                time.say("reports.campaigns.shares.line"),
                List.of(time.say("reports.campaign")),
                List.of(
                        time.say("reports.campaigns.replied"),
                        time.say("reports.campaigns.answered"),
                        time.say("reports.campaigns.left")),
                List.of("brand", "good", "bad"),
                rows);
    }

    private static ChartRow row(
            CampaignCountStore.Counted one,
            Map<Integer, Long> waits,
            Optional<SegmentPrice> price,
            Optional<BigDecimal> cost) {
        var campaign = one.campaignId().text();
        var currency = price.map(SegmentPrice::currency).orElse("");
        List<Amount> amounts = new ArrayList<>();
        amounts.add(Amount.count(one.texted()).leadingTo(PeopleLinks.of("texted", campaign)));
        amounts.add(Amount.count(one.replied()).leadingTo(PeopleLinks.of("replied", campaign)));
        amounts.add(Amount.count(one.answered()));
        amounts.add(Amount.count(one.optedOut()).leadingTo(PeopleLinks.of("opted_out_in", campaign)));
        amounts.add(WaitStep.minutes(waits, 0.5)
                .map(minutes -> Amount.of(minutes, Unit.MINUTES).leadingTo(PeopleLinks.of("replied", campaign)))
                .orElse(Amount.none(Unit.MINUTES)));
        amounts.add(Amount.count(one.rose()));
        amounts.add(cost.map(units -> Amount.money(rounded(units), currency)).orElse(Amount.none(Unit.MONEY)));
        amounts.add(cost.filter(units -> one.rose() > 0)
                .map(units -> Amount.money(
                        rounded(units.divide(BigDecimal.valueOf(one.rose()), 6, RoundingMode.HALF_UP)), currency))
                .orElse(Amount.none(Unit.MONEY)));
        return new ChartRow(one.name(), amounts);
    }

    private static BigDecimal rounded(BigDecimal units) {
        return units.setScale(2, RoundingMode.HALF_UP);
    }

    private static Chart table(Timeline time, List<ChartRow> rows) {
        var columns = List.of(
                time.say("reports.campaigns.texted"),
                time.say("reports.campaigns.replied"),
                time.say("reports.campaigns.answered"),
                time.say("reports.campaigns.left"),
                time.say("reports.campaigns.wait"),
                time.say("reports.rose"),
                time.say("reports.campaigns.cost"),
                time.say("reports.campaigns.cost.each"));
        return new Chart(
                "campaigns",
                ChartKind.TABLE,
                time.say("reports.campaigns"),
                time.say("reports.campaigns.line"),
                List.of(time.say("reports.campaign")),
                columns,
                columns.stream().map(column -> "brand").toList(),
                rows);
    }
}
