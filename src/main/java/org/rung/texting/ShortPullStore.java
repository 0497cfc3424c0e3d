package org.rung.texting;

import java.time.Instant;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Who asked for work last and got too little of it: one row for each, so that organizers see who waits. */
@Repository
class ShortPullStore {
    private final DSLContext db;

    ShortPullStore(DSLContext db) {
        this.db = db;
    }

    void put(OrganizationId organizationId, CampaignId campaignId, MemberId texter, Batch batch, Instant now) {
        String why = batch.why().map(Enum::name).orElse("");
        db.execute(
                "insert into short_pulls (member_id, organization_id, campaign_id, asked, given, why, pulled_at)"
                        + " values (?, ?, ?, ?, ?, ?, cast(? as datetime(6))) on duplicate key update"
                        + " campaign_id = values(campaign_id), asked = values(asked), given = values(given),"
                        + " why = values(why), pulled_at = values(pulled_at)",
                texter.value(),
                organizationId.value(),
                campaignId.value(),
                batch.asked(),
                batch.firstTexts() + batch.replies(),
                why,
                SendStore.utc(now));
    }
}
