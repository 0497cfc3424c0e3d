package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.rung.hours.Place;
import org.rung.hours.Places;
import org.rung.turf.TurfId;
import org.springframework.stereotype.Component;

/**
 * Which hours hold for whom in a campaign. Worked out once for all who live alike, when its turf is frozen, so that a
 * pull passes over those who sleep without looking at each. What moves later (an address, a clock) is looked at again
 * when a text is sent.
 */
@Component
class CampaignHours {
    private final CampaignHoursStore store;
    private final PlanStore turfs;
    private final Organizations organizations;
    private final Clock clock;

    CampaignHours(CampaignHoursStore store, PlanStore turfs, Organizations organizations, Clock clock) {
        this.store = store;
        this.turfs = turfs;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What makes two groups one. */
    private record Alike(List<ZoneId> zones, List<Place> places) {}

    /** Before the campaign's conversations are made: they take their number from here. */
    void workOut(OrganizationId here, Campaign campaign, TurfId turf) {
        Organization organization = organizations.get(here);
        var home = new RecipientZones.Home(
                organization.country(), organization.zone(), campaign.textingFrom(), campaign.textingUntil());
        Instant now = clock.instant();
        List<OpenHours.Group> known = store.of(campaign.campaignId());
        Map<Alike, Short> numbers = new HashMap<>(known.stream()
                .collect(Collectors.toMap(group -> new Alike(group.zones(), group.places()), OpenHours.Group::number)));
        List<OpenHours.Group> fresh = new ArrayList<>();
        Map<PlanStore.Alike, Short> people = new HashMap<>();
        for (PlanStore.Alike group :
                turfs.groups(here, Optional.of(campaign.campaignId()), turf, false, Optional.empty())) {
            var zones = RecipientZones.of(group.zone(), group.country(), group.postalCode(), group.phone(), home, now);
            var places = Places.of(group.country(), group.postalCode(), group.phone());
            people.put(group, numbers.computeIfAbsent(new Alike(zones.zones(), places), one -> {
                fresh.add(new OpenHours.Group((short) numbers.size(), one.zones(), one.places()));
                return fresh.getLast().number();
            }));
        }
        store.add(here, campaign.campaignId(), fresh, people);
    }

    OpenHours now(SendFacts.House house, Campaign campaign, Instant now) {
        return OpenHours.of(house, campaign, store.of(campaign.campaignId()), now);
    }

    /** One query for all of them. */
    Map<CampaignId, OpenHours> now(SendFacts.House house, Collection<Campaign> campaigns, Instant now) {
        Map<CampaignId, List<OpenHours.Group>> groups =
                store.of(campaigns.stream().map(Campaign::campaignId).toList());
        return campaigns.stream()
                .collect(Collectors.toMap(
                        Campaign::campaignId,
                        Function.<Campaign>identity()
                                .andThen(campaign -> OpenHours.of(
                                        house, campaign, groups.getOrDefault(campaign.campaignId(), List.of()), now))));
    }
}
