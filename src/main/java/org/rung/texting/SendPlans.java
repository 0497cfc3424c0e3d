package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rung.accounts.Organizations;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.OneOfHousehold;
import org.rung.campaigns.Planning;
import org.rung.campaigns.Reach;
import org.rung.campaigns.SegmentSample;
import org.rung.campaigns.SendPlan;
import org.rung.campaigns.SendPlan.Cap;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;
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

    /** The one that ends last is among those with most to send for their rate. */
    private static final int SLOWEST = 8;

    private final PlanStore store;
    private final OneOfHousehold households;
    private final SenderLoads loads;
    private final Campaigns campaigns;
    private final CampaignTexters texters;
    private final Reach reach;
    private final Senders senders;
    private final Organizations organizations;
    private final ContactRules contactRules;
    private final Clock clock;

    SendPlans(
            PlanStore store,
            OneOfHousehold households,
            SenderLoads loads,
            Campaigns campaigns,
            CampaignTexters texters,
            Reach reach,
            Senders senders,
            Organizations organizations,
            ContactRules contactRules,
            Clock clock) {
        this.store = store;
        this.households = households;
        this.loads = loads;
        this.campaigns = campaigns;
        this.texters = texters;
        this.reach = reach;
        this.senders = senders;
        this.organizations = organizations;
        this.contactRules = contactRules;
        this.clock = clock;
    }

    /** A handful of statements for any number of people: they are counted by where they are and which number they have. */
    @Override
    @Transactional(readOnly = true)
    public SendPlan plan(Actor actor, CampaignId campaignId) {
        Campaign campaign = campaigns.get(actor, campaignId);
        OrganizationId here = actor.organization();
        ContactRule rule = contactRules.of(here);
        List<PlanStore.Alike> people = campaign.turf()
                .map(turf -> store.groups(
                        here,
                        Optional.of(campaignId),
                        turf,
                        households.of(here, campaignId),
                        campaign.overLimitReason().isPresent() ? Optional.empty() : Optional.of(rule)))
                .orElse(List.of());
        SegmentSample sample = reach.sample(actor, campaign);
        long now = people(people, ContactRules.Reached.NONE);
        long later = people(people, ContactRules.Reached.NEAR);
        long texts = now + later;
        long segments = Math.round(texts * sample.each());
        Optional<SegmentPrice> price = senders.price(here);
        SenderLoads.Spread spread = loads.spread(
                here, groups(people, campaign, here), senders.all(here), campaign.sender(), store.queued(here));
        Finish finish = finish(spread, texters.of(here, campaignId).size(), sample.each());
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
                cap(texts, now, finish),
                spread.aMinute().isPresent() ? Math.round(spread.aMinute().getAsDouble()) : 0,
                spread.newPeople(),
                spread.placesMissing(),
                spread.paused().entrySet().stream()
                        .map(each -> new SendPlan.Paused(name(each.getKey()), each.getValue()))
                        .toList(),
                later,
                people(people, ContactRules.Reached.FAR),
                Math.round(spread.numbers().stream()
                        .flatMap(load -> load.ahead().values().stream())
                        .mapToDouble(Double::doubleValue)
                        .sum()));
    }

    private static Cap cap(long texts, long now, Finish finish) {
        if (texts == 0) return Cap.NOBODY;
        return now == 0 ? Cap.CONTACT_RULE : finish.cap();
    }

    private static String name(Sender sender) {
        return sender.label().isBlank() ? sender.address() : sender.label();
    }

    private static long people(List<PlanStore.Alike> all, ContactRules.Reached reached) {
        return all.stream()
                .filter(alike -> alike.reached() == reached)
                .mapToLong(PlanStore.Alike::people)
                .sum();
    }

    static double texterHours(long texts) {
        return (double) texts / SendPlan.FIRST_TEXTS_AN_HOUR
                + texts * SendPlan.ANSWERS_OF_A_HUNDRED / 100.0 / SendPlan.ANSWERS_AN_HOUR;
    }

    private record Finish(Optional<Instant> at, Cap cap) {}

    /** With each bound alone; the one that takes longest is the one that binds. */
    private Finish finish(SenderLoads.Spread spread, int team, double each) {
        if (spread.numbers().isEmpty()) {
            return new Finish(Optional.empty(), Cap.NO_SENDER);
        }
        Instant now = clock.instant();
        Drain drain = new Drain(new Timetable(now), now);
        Map<TextingWindow, Double> all = new LinkedHashMap<>();
        spread.numbers()
                .forEach(load -> segments(load, each).forEach((window, some) -> all.merge(window, some, Double::sum)));
        Optional<Instant> hours = drain.end(all, new TreeMap<>(), FREE);
        Optional<Instant> own = slowest(drain, spread.numbers(), each);
        Optional<Instant> capped = slowest(drain, spread.registrations(), each);
        double typed = team == 0 ? FREE : team * SendPlan.FIRST_TEXTS_AN_HOUR / 60.0 * each;
        Optional<Instant> hands = drain.end(all, new TreeMap<>(), typed);
        Instant never = now.plus(Duration.ofDays(365));
        Instant bySender = own.orElse(never);
        Instant byCarrier = later(capped.orElse(never), bySender);
        Instant byHands = hands.orElse(never);
        Instant last = later(byHands, byCarrier);
        Duration slack = Duration.ofMinutes(5);
        Cap cap = !last.isAfter(hours.orElse(never).plus(slack))
                ? Cap.HOURS
                : byHands.isAfter(byCarrier)
                        ? Cap.TEXTERS
                        : byCarrier.isAfter(bySender.plus(slack)) ? Cap.CARRIER : Cap.SENDER;
        return new Finish(last.equals(never) ? Optional.empty() : Optional.of(last), cap);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When the last of them is done; now where there is none. */
    private static Optional<Instant> slowest(Drain drain, List<SenderLoads.Load> loads, double each) {
        Instant last = drain.from();
        List<SenderLoads.Load> most = loads.stream()
                .sorted(Comparator.comparingDouble(SendPlans::minutes).reversed())
                .limit(SLOWEST)
                .toList();
        for (SenderLoads.Load load : most) {
            Optional<Instant> end =
                    drain.end(segments(load, each), load.ahead(), load.aMinute().orElse(FREE));
            if (end.isEmpty()) return end;
            last = later(last, end.get());
        }
        return Optional.of(last);
    }

    private static double minutes(SenderLoads.Load load) {
        double ahead =
                load.ahead().values().stream().mapToDouble(Double::doubleValue).sum();
        return (load.all() + ahead) / load.aMinute().orElse(FREE);
    }

    private static Map<TextingWindow, Double> segments(SenderLoads.Load load, double each) {
        Map<TextingWindow, Double> segments = new LinkedHashMap<>();
        load.people().forEach((window, people) -> segments.put(window, people * each));
        return segments;
    }

    /** Those who may be texted now, by the hours that every text is checked by. */
    private List<SenderLoads.Group> groups(List<PlanStore.Alike> people, Campaign campaign, OrganizationId here) {
        SendFacts.House house = SendFacts.House.of(organizations.get(here));
        Instant now = clock.instant();
        return people.stream()
                .filter(alike -> alike.reached() == ContactRules.Reached.NONE)
                .map(alike -> new SenderLoads.Group(
                        SendFacts.of(alike.zone(), alike.country(), alike.postalCode(), campaign)
                                .window(alike.phone(), house, now),
                        alike.sender(),
                        alike.people()))
                .toList();
    }
}
