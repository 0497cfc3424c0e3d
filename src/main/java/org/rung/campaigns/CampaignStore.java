package org.rung.campaigns;

import static org.rung.db.Tables.CAMPAIGNS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.scripts.ScriptVersionId;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

@Repository
class CampaignStore {
    private final DSLContext db;

    CampaignStore(DSLContext db) {
        this.db = db;
    }

    Optional<Campaign> find(OrganizationId organizationId, CampaignId campaignId) {
        return db.selectFrom(CAMPAIGNS).where(is(organizationId, campaignId)).fetchOptional(CampaignStore::campaign);
    }

    /** The same, held until the transaction ends. */
    Optional<Campaign> lock(OrganizationId organizationId, CampaignId campaignId) {
        return db.selectFrom(CAMPAIGNS)
                .where(is(organizationId, campaignId))
                .forUpdate()
                .fetchOptional(CampaignStore::campaign);
    }

    /** Newest first: ids grow with time. */
    List<Campaign> page(OrganizationId organizationId, Optional<CampaignId> after, int size) {
        return db.selectFrom(CAMPAIGNS)
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.TEMPLATE.isFalse())
                .and(after.<Condition>map(CAMPAIGNS.CAMPAIGN_ID::lt).orElse(DSL.noCondition()))
                .orderBy(CAMPAIGNS.CAMPAIGN_ID.desc())
                .limit(size)
                .fetch(CampaignStore::campaign);
    }

    /** Those that were never started, newest first. */
    List<Campaign> drafts(OrganizationId organizationId, Optional<CampaignId> after, int size) {
        return db.selectFrom(CAMPAIGNS)
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.TEMPLATE.isFalse())
                .and(CAMPAIGNS.STATE.eq(CampaignState.DRAFT))
                .and(after.<Condition>map(CAMPAIGNS.CAMPAIGN_ID::lt).orElse(DSL.noCondition()))
                .orderBy(CAMPAIGNS.CAMPAIGN_ID.desc())
                .limit(size)
                .fetch(CampaignStore::campaign);
    }

    CampaignId make(OrganizationId organizationId, CampaignDraft draft, Instant now) {
        var id = new CampaignId(Id.next());
        db.insertInto(CAMPAIGNS)
                .set(CAMPAIGNS.CAMPAIGN_ID, id)
                .set(CAMPAIGNS.ORGANIZATION_ID, organizationId)
                .set(CAMPAIGNS.NAME, draft.name())
                .set(CAMPAIGNS.STATE, CampaignState.DRAFT)
                .set(CAMPAIGNS.TURF_ID, draft.turf().orElse(null))
                .set(CAMPAIGNS.SCRIPT_ID, draft.script().orElse(null))
                .set(CAMPAIGNS.GOAL, draft.goal().orElse(null))
                .set(CAMPAIGNS.TEXTING_FROM, draft.textingFrom())
                .set(CAMPAIGNS.TEXTING_UNTIL, draft.textingUntil())
                .set(CAMPAIGNS.FIRST_BATCH, draft.firstBatch())
                .set(CAMPAIGNS.REPLY_BATCH, draft.replyBatch())
                .set(CAMPAIGNS.LEASE_MINUTES, draft.leaseMinutes())
                .set(CAMPAIGNS.SELF_SERVE, draft.selfServe())
                .set(CAMPAIGNS.EDITS, draft.edits())
                .set(CAMPAIGNS.CREATED_AT, now)
                .execute();
        return id;
    }

    void change(OrganizationId organizationId, CampaignId campaignId, CampaignDraft draft) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.NAME, draft.name())
                .set(CAMPAIGNS.TURF_ID, draft.turf().orElse(null))
                .set(CAMPAIGNS.SCRIPT_ID, draft.script().orElse(null))
                .set(CAMPAIGNS.GOAL, draft.goal().orElse(null))
                // A deed takes the place of a rung.
                .set(
                        CAMPAIGNS.GOAL_RUNG_ID,
                        draft.goal().isPresent() ? DSL.castNull(CAMPAIGNS.GOAL_RUNG_ID) : CAMPAIGNS.GOAL_RUNG_ID)
                .set(CAMPAIGNS.TEXTING_FROM, draft.textingFrom())
                .set(CAMPAIGNS.TEXTING_UNTIL, draft.textingUntil())
                .set(CAMPAIGNS.FIRST_BATCH, draft.firstBatch())
                .set(CAMPAIGNS.REPLY_BATCH, draft.replyBatch())
                .set(CAMPAIGNS.LEASE_MINUTES, draft.leaseMinutes())
                .set(CAMPAIGNS.SELF_SERVE, draft.selfServe())
                .set(CAMPAIGNS.EDITS, draft.edits())
                .where(is(organizationId, campaignId))
                .execute();
    }

    void sendFrom(OrganizationId organizationId, CampaignId campaignId, Optional<SenderId> sender) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.SENDER_ID, sender.orElse(null))
                .where(is(organizationId, campaignId))
                .execute();
    }

    void overLimit(OrganizationId organizationId, CampaignId campaignId, Optional<String> reason) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.OVER_LIMIT_REASON, reason.orElse(null))
                .where(is(organizationId, campaignId))
                .execute();
    }

    void capOpenReplies(OrganizationId organizationId, CampaignId campaignId, int cap) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.OPEN_REPLIES_CAP, cap)
                .where(is(organizationId, campaignId))
                .execute();
    }

    /** Compare-and-set: false when it was not a draft any more. */
    boolean start(
            OrganizationId organizationId,
            CampaignId campaignId,
            ScriptVersionId version,
            SenderId sender,
            Instant now) {
        return db.update(CAMPAIGNS)
                        .set(CAMPAIGNS.STATE, CampaignState.RUNNING)
                        .set(CAMPAIGNS.SCRIPT_VERSION_ID, version)
                        .set(CAMPAIGNS.SENDER_ID, sender)
                        .set(CAMPAIGNS.STARTED_AT, now)
                        .setNull(CAMPAIGNS.STARTS_AT)
                        .where(is(organizationId, campaignId))
                        .and(CAMPAIGNS.STATE.eq(CampaignState.DRAFT))
                        .and(CAMPAIGNS.TEMPLATE.isFalse())
                        .execute()
                == 1;
    }

    boolean resume(OrganizationId organizationId, CampaignId campaignId, Instant now) {
        return db.update(CAMPAIGNS)
                        .set(CAMPAIGNS.STATE, CampaignState.RUNNING)
                        .setNull(CAMPAIGNS.PAUSED_AT)
                        .setNull(CAMPAIGNS.PAUSE_REASON)
                        // What was filtered before is no reason to pause it again.
                        .set(CAMPAIGNS.COUNTED_FROM_AT, now)
                        .where(is(organizationId, campaignId))
                        .and(CAMPAIGNS.STATE.eq(CampaignState.PAUSED))
                        .execute()
                == 1;
    }

    boolean pause(OrganizationId organizationId, CampaignId campaignId, String reason, Instant now) {
        return db.update(CAMPAIGNS)
                        .set(CAMPAIGNS.STATE, CampaignState.PAUSED)
                        .set(CAMPAIGNS.PAUSED_AT, now)
                        .set(CAMPAIGNS.PAUSE_REASON, reason)
                        .where(is(organizationId, campaignId))
                        .and(CAMPAIGNS.STATE.eq(CampaignState.RUNNING))
                        .execute()
                == 1;
    }

    boolean end(OrganizationId organizationId, CampaignId campaignId, Instant now) {
        return db.update(CAMPAIGNS)
                        .set(CAMPAIGNS.STATE, CampaignState.ENDED)
                        .set(CAMPAIGNS.ENDED_AT, now)
                        .setNull(CAMPAIGNS.ENDS_AT)
                        .where(is(organizationId, campaignId))
                        .and(CAMPAIGNS.STATE.in(CampaignState.RUNNING, CampaignState.PAUSED))
                        .execute()
                == 1;
    }

    /** Compare-and-set: false when it says another version by now. */
    boolean say(OrganizationId organizationId, CampaignId campaignId, ScriptVersionId from, ScriptVersionId to) {
        return db.update(CAMPAIGNS)
                        .set(CAMPAIGNS.SCRIPT_VERSION_ID, to)
                        .where(is(organizationId, campaignId))
                        .and(CAMPAIGNS.SCRIPT_VERSION_ID.eq(from))
                        .execute()
                == 1;
    }

    private static Condition is(OrganizationId organizationId, CampaignId campaignId) {
        return CAMPAIGNS.ORGANIZATION_ID.eq(organizationId).and(CAMPAIGNS.CAMPAIGN_ID.eq(campaignId));
    }

    static Campaign campaign(Record row) {
        return new Campaign(
                row.get(CAMPAIGNS.CAMPAIGN_ID),
                row.get(CAMPAIGNS.NAME),
                row.get(CAMPAIGNS.STATE),
                Optional.ofNullable(row.get(CAMPAIGNS.TURF_ID)),
                Optional.ofNullable(row.get(CAMPAIGNS.SCRIPT_ID)),
                Optional.ofNullable(row.get(CAMPAIGNS.SCRIPT_VERSION_ID)),
                Optional.ofNullable(row.get(CAMPAIGNS.SENDER_ID)),
                Optional.ofNullable(row.get(CAMPAIGNS.GOAL)),
                row.get(CAMPAIGNS.TEXTING_FROM),
                row.get(CAMPAIGNS.TEXTING_UNTIL),
                row.get(CAMPAIGNS.FIRST_BATCH),
                row.get(CAMPAIGNS.REPLY_BATCH),
                row.get(CAMPAIGNS.LEASE_MINUTES),
                row.get(CAMPAIGNS.OPEN_REPLIES_CAP),
                row.get(CAMPAIGNS.SELF_SERVE),
                row.get(CAMPAIGNS.CREATED_AT),
                Optional.ofNullable(row.get(CAMPAIGNS.STARTED_AT)),
                Optional.ofNullable(row.get(CAMPAIGNS.PAUSE_REASON)),
                Optional.ofNullable(row.get(CAMPAIGNS.OVER_LIMIT_REASON)),
                row.get(CAMPAIGNS.EDITS),
                TermsStore.terms(row));
    }
}
