package org.rung.texting;

import static org.rung.db.Tables.CAMPAIGN_HOURS;
import static org.rung.db.Tables.CAMPAIGN_PLACES;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.rung.hours.Place;
import org.springframework.stereotype.Repository;

/** The groups of a campaign's people by their hours, and who is in which. */
@Repository
class CampaignHoursStore {
    /** The first characters of a postal code and of a number that decide; the freeze looks up by the same. */
    static final int POSTAL = 3;

    static final int DIGITS = 5;
    private static final int AT_ONCE = 500;

    private final DSLContext db;

    CampaignHoursStore(DSLContext db) {
        this.db = db;
    }

    List<OpenHours.Group> of(CampaignId campaignId) {
        return of(List.of(campaignId)).getOrDefault(campaignId, List.of());
    }

    Map<CampaignId, List<OpenHours.Group>> of(Collection<CampaignId> campaigns) {
        return campaigns.isEmpty()
                ? Map.of()
                : db.select(
                                CAMPAIGN_HOURS.CAMPAIGN_ID,
                                CAMPAIGN_HOURS.NUMBER,
                                CAMPAIGN_HOURS.ZONES,
                                CAMPAIGN_HOURS.PLACES)
                        .from(CAMPAIGN_HOURS)
                        .where(CAMPAIGN_HOURS.CAMPAIGN_ID.in(campaigns))
                        .orderBy(CAMPAIGN_HOURS.NUMBER)
                        .fetchGroups(CAMPAIGN_HOURS.CAMPAIGN_ID, CampaignHoursStore::group);
    }

    /** Whoever was known already stays in their group. */
    void add(
            OrganizationId organizationId,
            CampaignId campaignId,
            List<OpenHours.Group> groups,
            Map<PlanStore.Alike, Short> people) {
        if (!groups.isEmpty()) {
            var hours = db.insertInto(
                    CAMPAIGN_HOURS,
                    CAMPAIGN_HOURS.CAMPAIGN_ID,
                    CAMPAIGN_HOURS.NUMBER,
                    CAMPAIGN_HOURS.ORGANIZATION_ID,
                    CAMPAIGN_HOURS.ZONES,
                    CAMPAIGN_HOURS.PLACES);
            for (OpenHours.Group group : groups) {
                hours = hours.values(
                        campaignId,
                        group.number(),
                        organizationId,
                        group.zones().stream().map(ZoneId::getId).collect(Collectors.joining(",")),
                        Place.line(group.places()));
            }
            hours.onDuplicateKeyIgnore().execute();
        }
        List<Map.Entry<PlanStore.Alike, Short>> all = List.copyOf(people.entrySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var places = db.insertInto(
                    CAMPAIGN_PLACES,
                    CAMPAIGN_PLACES.CAMPAIGN_ID,
                    CAMPAIGN_PLACES.ZONE,
                    CAMPAIGN_PLACES.COUNTRY,
                    CAMPAIGN_PLACES.POSTAL,
                    CAMPAIGN_PLACES.DIGITS,
                    CAMPAIGN_PLACES.ORGANIZATION_ID,
                    CAMPAIGN_PLACES.NUMBER);
            for (var one : all.subList(from, Math.min(from + AT_ONCE, all.size()))) {
                PlanStore.Alike who = one.getKey();
                String phone = who.phone().text();
                places = places.values(
                        campaignId,
                        who.zone().map(ZoneId::getId).orElse(""),
                        who.country(),
                        who.postalCode(),
                        phone.substring(0, Math.min(DIGITS, phone.length())),
                        organizationId,
                        one.getValue());
            }
            places.onDuplicateKeyIgnore().execute();
        }
    }

    private static OpenHours.Group group(Record row) {
        String places = row.get(CAMPAIGN_HOURS.PLACES);
        return new OpenHours.Group(
                row.get(CAMPAIGN_HOURS.NUMBER),
                Arrays.stream(row.get(CAMPAIGN_HOURS.ZONES).split(","))
                        .map(ZoneId::of)
                        .toList(),
                places.isEmpty() ? List.of() : Place.read(places));
    }
}
