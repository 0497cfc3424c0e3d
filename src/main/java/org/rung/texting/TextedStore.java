package org.rung.texting;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** People who were texted in a campaign; the values are campaigns. */
@Repository
class TextedStore implements Criterion {

    private final DSLContext db;

    TextedStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "texted";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var campaigns = line.values().stream()
                .map(value -> new CampaignId(Id.parse("campaign", value)))
                .toList();
        return SUPPORTERS.SUPPORTER_ID.in(select(CONVERSATIONS.SUPPORTER_ID)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CAMPAIGN_ID.in(campaigns))
                .and(CONVERSATIONS.LAST_OUT_AT.isNotNull()));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return db.select(CAMPAIGNS.CAMPAIGN_ID, CAMPAIGNS.NAME)
                .from(CAMPAIGNS)
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.STARTED_AT.isNotNull())
                .orderBy(CAMPAIGNS.STARTED_AT.desc())
                .limit(200)
                .fetch(row -> new Choice("", row.value1().text(), row.value2()));
    }
}
