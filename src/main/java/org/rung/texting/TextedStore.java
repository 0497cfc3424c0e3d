package org.rung.texting;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.rung.common.OrganizationId;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** People who were texted in a campaign; the values are campaigns. */
@Repository
class TextedStore implements Criterion {
    private final PastCampaignStore campaigns;

    TextedStore(PastCampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String kind() {
        return "texted";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return SUPPORTERS.SUPPORTER_ID.in(select(CONVERSATIONS.SUPPORTER_ID)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CAMPAIGN_ID.in(campaigns.known(organizationId, line.values())))
                .and(CONVERSATIONS.LAST_OUT_AT.isNotNull()));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return campaigns.choices(organizationId);
    }
}
