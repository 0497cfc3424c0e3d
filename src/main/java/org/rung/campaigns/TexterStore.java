package org.rung.campaigns;

import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CAMPAIGN_TEXTERS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Who texts in which campaign. */
@Repository
class TexterStore {
    private final DSLContext db;

    TexterStore(DSLContext db) {
        this.db = db;
    }

    List<Campaign> joinedBy(OrganizationId organizationId, MemberId texter) {
        return db.select(CAMPAIGNS.fields())
                .from(CAMPAIGN_TEXTERS)
                .join(CAMPAIGNS)
                .on(CAMPAIGNS.CAMPAIGN_ID.eq(CAMPAIGN_TEXTERS.CAMPAIGN_ID))
                .where(CAMPAIGN_TEXTERS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGN_TEXTERS.MEMBER_ID.eq(texter))
                .and(CAMPAIGNS.STATE.in(CampaignState.RUNNING, CampaignState.PAUSED))
                .orderBy(CAMPAIGNS.CAMPAIGN_ID.desc())
                .fetch(CampaignStore::campaign);
    }

    List<MemberId> of(OrganizationId organizationId, CampaignId campaignId) {
        return db.select(CAMPAIGN_TEXTERS.MEMBER_ID)
                .from(CAMPAIGN_TEXTERS)
                .where(CAMPAIGN_TEXTERS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGN_TEXTERS.CAMPAIGN_ID.eq(campaignId))
                .orderBy(CAMPAIGN_TEXTERS.JOINED_AT, CAMPAIGN_TEXTERS.MEMBER_ID)
                .fetch(CAMPAIGN_TEXTERS.MEMBER_ID);
    }

    boolean has(OrganizationId organizationId, CampaignId campaignId, MemberId texter) {
        return db.fetchExists(db.selectOne()
                .from(CAMPAIGN_TEXTERS)
                .where(CAMPAIGN_TEXTERS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGN_TEXTERS.CAMPAIGN_ID.eq(campaignId))
                .and(CAMPAIGN_TEXTERS.MEMBER_ID.eq(texter)));
    }

    /** Those who have joined already stay as they are. */
    void add(OrganizationId organizationId, CampaignId campaignId, Collection<MemberId> texters, Instant now) {
        var insert = db.insertInto(
                CAMPAIGN_TEXTERS,
                CAMPAIGN_TEXTERS.CAMPAIGN_ID,
                CAMPAIGN_TEXTERS.MEMBER_ID,
                CAMPAIGN_TEXTERS.ORGANIZATION_ID,
                CAMPAIGN_TEXTERS.JOINED_AT);
        for (var texter : texters) insert = insert.values(campaignId, texter, organizationId, now);
        insert.onDuplicateKeyIgnore().execute();
    }

    void remove(OrganizationId organizationId, CampaignId campaignId, MemberId texter) {
        db.deleteFrom(CAMPAIGN_TEXTERS)
                .where(CAMPAIGN_TEXTERS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGN_TEXTERS.CAMPAIGN_ID.eq(campaignId))
                .and(CAMPAIGN_TEXTERS.MEMBER_ID.eq(texter))
                .execute();
    }
}
