package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.Planning;
import org.rung.campaigns.Reach;
import org.rung.campaigns.SegmentSample;
import org.rung.campaigns.SendPlan;
import org.rung.campaigns.SendPlan.Cap;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.messaging.TextingWindow;
import org.rung.senders.SegmentPrice;
import org.rung.senders.Sender;
import org.rung.senders.Senders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a campaign will take, before it starts. */
@Service
public class SendPlans implements Planning {
    /** As good as without a bound. */
    private static final double FREE = 1e12;

    private final PlanStore store;
    private final SenderLoads loads;
    private final Campaigns campaigns;
    private final CampaignTexters texters;
    private final Reach reach;
    private final Senders senders;
    private final Organizations organizations;
    private final Clock clock;

    SendPlans(
            PlanStore store,
            SenderLoads loads,
            Campaigns campaigns,
            CampaignTexters texters,
            Reach reach,
            Senders senders,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.loads = loads;
        this.campaigns = campaigns;
        this.texters = texters;
        this.reach = reach;
        this.senders = senders;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** A handful of statements for any number of people: they are counted by where they are and which number they have. */
    @Override
    @Transactional(readOnly = true)
    public SendPlan plan(Actor actor, CampaignId campaignId) {
        Campaign campaign = campaigns.get(actor, campaignId);
        OrganizationId here = actor.organization();
        List<PlanStore.Alike> groups =
                campaign.turf().map(turf -> store.groups(here, turf)).orElse(List.of());
        SegmentSample sample = reach.sample(actor, campaign);
        long texts = groups.stream().mapToLong(PlanStore.Alike::people).sum();
        long segments = Math.round(texts * sample.each());
        Optional<SegmentPrice> price = senders.price(here);
        List<Sender> running = senders.all(here).stream()
                .filter(sender -> sender.pausedAt().isEmpty())
                .toList();
        Map<TextingWindow, Double> byHours = byHours(groups, campaign, here, sample.each());
        SenderLoads.Spread spread = loads.spread(here, groups, running, campaign.sender());
        int team = texters.of(here, campaignId).size();
        Finish finish = finish(byHours, texts, spread, team, sample.each());
        return new SendPlan(
                texts,
                segments,
                sample.picture(),
                sample.people(),
                sample.picture()
                        ? price.flatMap(each -> each.timesPictures(texts))
                        : price.map(each -> each.times(segments)),
                price.map(SegmentPrice::currency),
                finish.at(),
                texterHours(texts),
                texts == 0 ? Cap.NOBODY : running.isEmpty() ? Cap.NO_SENDER : finish.cap(),
                spread.aMinute().isPresent() ? Math.round(spread.aMinute().getAsDouble()) : 0,
                spread.newPeople(),
                spread.placesMissing());
    }

    static double texterHours(long texts) {
        return (double) texts / SendPlan.FIRST_TEXTS_AN_HOUR
                + texts * SendPlan.ANSWERS_OF_A_HUNDRED / 100.0 / SendPlan.ANSWERS_AN_HOUR;
    }

    private record Finish(Optional<Instant> at, Cap cap) {}

    /** With each bound alone; the one that takes longest is the one that binds. */
    private Finish finish(
            Map<TextingWindow, Double> byHours, long texts, SenderLoads.Spread spread, int team, double each) {
        if (texts == 0 || spread.loads().isEmpty()) {
            return new Finish(Optional.empty(), Cap.NOBODY);
        }
        Instant now = clock.instant();
        Optional<Instant> hours = Drain.end(byHours, FREE, now);
        Optional<Instant> own = slowest(byHours, spread.loads(), false, now);
        Optional<Instant> capped = slowest(byHours, spread.loads(), true, now);
        double typed = team == 0 ? FREE : team * SendPlan.FIRST_TEXTS_AN_HOUR / 60.0 * each;
        Optional<Instant> hands = Drain.end(byHours, typed, now);
        Instant never = now.plus(Duration.ofDays(365));
        Instant bySender = own.orElse(never);
        Instant byCarrier = capped.orElse(never);
        Instant byHands = hands.orElse(never);
        Instant last = byHands.isAfter(byCarrier) ? byHands : byCarrier;
        Duration slack = Duration.ofMinutes(5);
        Cap cap = !last.isAfter(hours.orElse(never).plus(slack))
                ? Cap.HOURS
                : byHands.isAfter(byCarrier)
                        ? Cap.TEXTERS
                        : byCarrier.isAfter(bySender.plus(slack)) ? Cap.CARRIER : Cap.SENDER;
        return new Finish(last.equals(never) ? Optional.empty() : Optional.of(last), cap);
    }

    /** Everyone's people are spread alike over the hours: the last to end is the one with most people for its rate. */
    private static Optional<Instant> slowest(
            Map<TextingWindow, Double> byHours, List<SenderLoads.Load> loads, boolean carriers, Instant now) {
        double all = loads.stream().mapToDouble(SenderLoads.Load::people).sum();
        double slowest = loads.stream()
                .mapToDouble(load -> load.people() / (carriers ? load.capped() : load.own()).orElse(FREE))
                .max()
                .orElse(0);
        return Drain.end(byHours, slowest == 0 ? FREE : all / slowest, now);
    }

    /** Segments by the hours inside which they may leave. */
    private Map<TextingWindow, Double> byHours(
            List<PlanStore.Alike> groups, Campaign campaign, OrganizationId here, double each) {
        Organization organization = organizations.get(here);
        LocalTime from = campaign.textingFrom();
        LocalTime until = campaign.textingUntil();
        var home = new RecipientZones.Home(organization.country(), organization.zone(), from, until);
        Instant now = clock.instant();
        Map<List<ZoneId>, Double> byZones = new HashMap<>();
        for (PlanStore.Alike group : groups) {
            var zones = RecipientZones.of(group.zone(), group.country(), group.postalCode(), group.phone(), home, now);
            byZones.merge(zones.zones(), group.people() * each, Double::sum);
        }
        Map<TextingWindow, Double> byHours = new LinkedHashMap<>();
        byZones.forEach((zones, some) -> byHours.merge(new TextingWindow(zones, from, until), some, Double::sum));
        return byHours;
    }
}
