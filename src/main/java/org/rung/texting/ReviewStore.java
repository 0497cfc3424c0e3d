package org.rung.texting;

import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.REVIEWED_TEXTERS;
import static org.rung.db.Tables.REVIEW_RULES;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.springframework.stereotype.Repository;

@Repository
class ReviewStore {
    private final DSLContext db;

    ReviewStore(DSLContext db) {
        this.db = db;
    }

    Optional<Integer> rule(OrganizationId organizationId) {
        return db.select(REVIEW_RULES.FIRST_TEXTS)
                .from(REVIEW_RULES)
                .where(REVIEW_RULES.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(REVIEW_RULES.FIRST_TEXTS);
    }

    void rule(OrganizationId organizationId, int firstTexts) {
        db.execute(
                "insert into review_rules (organization_id, first_texts) values (?, ?)"
                        + " on duplicate key update first_texts = ?",
                organizationId.value(),
                firstTexts,
                firstTexts);
    }

    void noRule(OrganizationId organizationId) {
        db.deleteFrom(REVIEW_RULES)
                .where(REVIEW_RULES.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    /** Whoever has been given first texts before is not new. Those who are there stay as they are. */
    int freeWhoTexted(OrganizationId organizationId, Instant now) {
        return db.execute(
                "insert ignore into reviewed_texters (member_id, organization_id, reviewed_at)"
                        + " select distinct a.member_id, a.organization_id, cast(? as datetime(6)) from assignments a"
                        + " where a.organization_id = ? and a.kind = 'FIRST' and a.given > a.returned",
                SendStore.utc(now),
                organizationId.value());
    }

    boolean free(OrganizationId organizationId, MemberId texter, Optional<MemberId> by, Instant now) {
        return db.insertInto(REVIEWED_TEXTERS)
                        .set(REVIEWED_TEXTERS.MEMBER_ID, texter)
                        .set(REVIEWED_TEXTERS.ORGANIZATION_ID, organizationId)
                        .set(REVIEWED_TEXTERS.BY_MEMBER_ID, by.orElse(null))
                        .set(REVIEWED_TEXTERS.REVIEWED_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    boolean isFree(MemberId texter) {
        return db.fetchExists(REVIEWED_TEXTERS, REVIEWED_TEXTERS.MEMBER_ID.eq(texter));
    }

    /** Of a campaign's texters, who has sent all that they may before somebody looks. */
    Set<MemberId> waiting(OrganizationId organizationId, CampaignId campaignId, int firstTexts) {
        return new HashSet<>(db.resultQuery(
                        "select m.member_id from campaign_texters m"
                                + " left join reviewed_texters f on f.member_id = m.member_id"
                                + " left join vettings v on v.member_id = m.member_id"
                                + " where m.campaign_id = ? and m.organization_id = ? and f.member_id is null and "
                                + VettingStore.SENT + " >= coalesce(v.first_texts, ?)",
                        campaignId.value(),
                        organizationId.value(),
                        firstTexts)
                .fetch(row -> new MemberId(row.get(0, long.class))));
    }

    int sent(MemberId texter) {
        return db.fetchCount(
                MESSAGES,
                MESSAGES.MEMBER_ID
                        .eq(texter)
                        .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                        .and(MESSAGES.STATE.ne(MessageState.CANCELLED)));
    }

    List<Reviews.Sent> texts(MemberId texter, int from, int most) {
        return db.select(MESSAGES.TOPIC_ID, MESSAGES.BODY, MESSAGES.CREATED_AT)
                .from(MESSAGES)
                .where(MESSAGES.MEMBER_ID.eq(texter))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(MESSAGES.TOPIC_ID.isNotNull())
                .orderBy(MESSAGES.CREATED_AT, MESSAGES.MESSAGE_ID)
                .limit(most)
                .offset(from)
                .fetch(row -> new Reviews.Sent(new ConversationId(row.value1()), row.value2(), row.value3()));
    }
}
