package org.rung.texting;

import static org.rung.db.Tables.CAMPAIGNS;

import java.util.List;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion.Choice;
import org.springframework.stereotype.Repository;

/** Campaigns as values of a filter. */
@Repository
class PastCampaignStore {
    private static final int MOST = 200;

    private final DSLContext db;

    PastCampaignStore(DSLContext db) {
        this.db = db;
    }

    /** @throws Problem.Invalid when one of them is not here (any more): turned round, it would hold for everyone */
    List<CampaignId> known(OrganizationId organizationId, List<String> values) {
        var campaigns = values.stream()
                .map(value -> new CampaignId(Id.parse("campaign", value)))
                .distinct()
                .toList();
        var there = db.fetchCount(
                CAMPAIGNS, CAMPAIGNS.ORGANIZATION_ID.eq(organizationId).and(CAMPAIGNS.CAMPAIGN_ID.in(campaigns)));
        if (there < campaigns.size()) throw new Problem.Invalid("filter", "problem.filter-campaign");
        return campaigns;
    }

    /** Those that have started, the latest first. */
    List<Choice> choices(OrganizationId organizationId) {
        return db.select(CAMPAIGNS.CAMPAIGN_ID, CAMPAIGNS.NAME)
                .from(CAMPAIGNS)
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.STARTED_AT.isNotNull())
                .orderBy(CAMPAIGNS.STARTED_AT.desc())
                .limit(MOST)
                .fetch(row -> new Choice("", row.value1().text(), row.value2()));
    }
}
