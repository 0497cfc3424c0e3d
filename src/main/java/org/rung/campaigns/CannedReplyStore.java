package org.rung.campaigns;

import static org.rung.db.Tables.CANNED_REPLIES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class CannedReplyStore {
    private final DSLContext db;

    CannedReplyStore(DSLContext db) {
        this.db = db;
    }

    List<CannedReply> of(OrganizationId organizationId, CampaignId campaignId) {
        return where(organizationId, CANNED_REPLIES.CAMPAIGN_ID.eq(campaignId).or(CANNED_REPLIES.CAMPAIGN_ID.isNull()));
    }

    List<CannedReply> common(OrganizationId organizationId) {
        return where(organizationId, CANNED_REPLIES.CAMPAIGN_ID.isNull());
    }

    private List<CannedReply> where(OrganizationId organizationId, Condition which) {
        return db.select(
                        CANNED_REPLIES.CANNED_REPLY_ID,
                        CANNED_REPLIES.CAMPAIGN_ID,
                        CANNED_REPLIES.TITLE,
                        CANNED_REPLIES.WORDS)
                .from(CANNED_REPLIES)
                .where(CANNED_REPLIES.ORGANIZATION_ID.eq(organizationId))
                .and(which)
                .orderBy(
                        DSL.field(CANNED_REPLIES.CAMPAIGN_ID.isNull()),
                        CANNED_REPLIES.TITLE,
                        CANNED_REPLIES.CANNED_REPLY_ID)
                .fetch(row ->
                        new CannedReply(row.value1(), Optional.ofNullable(row.value2()), row.value3(), row.value4()));
    }

    int count(OrganizationId organizationId) {
        return db.fetchCount(CANNED_REPLIES, CANNED_REPLIES.ORGANIZATION_ID.eq(organizationId));
    }

    CannedReplyId add(OrganizationId organizationId, CannedReplyDraft draft, Instant now) {
        var id = new CannedReplyId(Id.next());
        db.insertInto(CANNED_REPLIES)
                .set(CANNED_REPLIES.CANNED_REPLY_ID, id)
                .set(CANNED_REPLIES.ORGANIZATION_ID, organizationId)
                .set(CANNED_REPLIES.CAMPAIGN_ID, draft.campaign().orElse(null))
                .set(CANNED_REPLIES.TITLE, draft.title())
                .set(CANNED_REPLIES.WORDS, draft.words())
                .set(CANNED_REPLIES.CREATED_AT, now)
                .execute();
        return id;
    }

    /** Those of one campaign alone, for another; there are few. */
    void copy(OrganizationId organizationId, CampaignId from, CampaignId to, Instant now) {
        var own = where(organizationId, CANNED_REPLIES.CAMPAIGN_ID.eq(from));
        if (own.isEmpty()) return;
        var insert = db.insertInto(
                CANNED_REPLIES,
                CANNED_REPLIES.CANNED_REPLY_ID,
                CANNED_REPLIES.ORGANIZATION_ID,
                CANNED_REPLIES.CAMPAIGN_ID,
                CANNED_REPLIES.TITLE,
                CANNED_REPLIES.WORDS,
                CANNED_REPLIES.CREATED_AT);
        for (var one : own) {
            insert = insert.values(new CannedReplyId(Id.next()), organizationId, to, one.title(), one.words(), now);
        }
        insert.execute();
    }

    /** Found rows are counted, also where nothing differs: that is the driver's default. */
    boolean change(OrganizationId organizationId, CannedReplyId cannedReplyId, CannedReplyDraft draft) {
        return db.update(CANNED_REPLIES)
                        .set(CANNED_REPLIES.CAMPAIGN_ID, draft.campaign().orElse(null))
                        .set(CANNED_REPLIES.TITLE, draft.title())
                        .set(CANNED_REPLIES.WORDS, draft.words())
                        .where(CANNED_REPLIES.ORGANIZATION_ID.eq(organizationId))
                        .and(CANNED_REPLIES.CANNED_REPLY_ID.eq(cannedReplyId))
                        .execute()
                == 1;
    }

    void remove(OrganizationId organizationId, CannedReplyId cannedReplyId) {
        db.deleteFrom(CANNED_REPLIES)
                .where(CANNED_REPLIES.ORGANIZATION_ID.eq(organizationId))
                .and(CANNED_REPLIES.CANNED_REPLY_ID.eq(cannedReplyId))
                .execute();
    }
}
