package org.rung.texting;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.LINKS;
import static org.rung.db.Tables.LINK_TARGETS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import org.jooq.Condition;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** People who opened a link that a campaign sent them; the values are campaigns. */
@Repository
class ClickedInStore implements Criterion {
    private final PastCampaignStore campaigns;

    ClickedInStore(PastCampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String kind() {
        return "clicked_in";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var occasions = campaigns.known(organizationId, line.values()).stream()
                .map(CampaignId::value)
                .toList();
        return SUPPORTERS.SUPPORTER_ID.in(select(LINKS.SUPPORTER_ID)
                .from(LINK_TARGETS)
                .join(LINKS)
                .on(LINKS.LINK_TARGET_ID.eq(LINK_TARGETS.LINK_TARGET_ID))
                .where(LINK_TARGETS.ORGANIZATION_ID.eq(organizationId))
                .and(LINK_TARGETS.OCCASION_ID.in(occasions))
                .and(LINKS.CLICKED_AT.isNotNull()));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return campaigns.choices(organizationId);
    }
}
