package org.rung.campaigns;

import static org.rung.db.Tables.CAMPAIGNS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.ladder.RungId;
import org.springframework.stereotype.Repository;

@Repository
class TermsStore {
    private static final int AT_ONCE = 200;

    private final DSLContext db;

    TermsStore(DSLContext db) {
        this.db = db;
    }

    record Due(OrganizationId organizationId, CampaignId campaignId) {}

    List<Due> toStart(Instant now) {
        return due(CAMPAIGNS.STARTS_AT, now, CAMPAIGNS.STATE.eq(CampaignState.DRAFT));
    }

    List<Due> toEnd(Instant now) {
        return due(CAMPAIGNS.ENDS_AT, now, CAMPAIGNS.STATE.in(CampaignState.RUNNING, CampaignState.PAUSED));
    }

    private List<Due> due(Field<Instant> time, Instant now, Condition state) {
        return db.select(CAMPAIGNS.ORGANIZATION_ID, CAMPAIGNS.CAMPAIGN_ID)
                .from(CAMPAIGNS)
                .where(time.le(now))
                .and(state)
                .orderBy(time)
                .limit(AT_ONCE)
                .fetch(row -> new Due(row.value1(), row.value2()));
    }

    void schedule(
            OrganizationId organizationId, CampaignId campaignId, Optional<Instant> start, Optional<Instant> end) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.STARTS_AT, start.orElse(null))
                .set(CAMPAIGNS.ENDS_AT, end.orElse(null))
                .where(is(organizationId, campaignId))
                .execute();
    }

    void startsNoMore(OrganizationId organizationId, CampaignId campaignId) {
        db.update(CAMPAIGNS)
                .setNull(CAMPAIGNS.STARTS_AT)
                .where(is(organizationId, campaignId))
                .execute();
    }

    void limit(
            OrganizationId organizationId, CampaignId campaignId, Optional<Integer> sample, Optional<Integer> dayCap) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.SAMPLE_SIZE, sample.orElse(null))
                .set(CAMPAIGNS.DAY_CAP, dayCap.orElse(null))
                .where(is(organizationId, campaignId))
                .execute();
    }

    void aim(OrganizationId organizationId, CampaignId campaignId, Optional<Integer> goalNumber) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.GOAL_NUMBER, goalNumber.orElse(null))
                .where(is(organizationId, campaignId))
                .execute();
    }

    /** A rung in place of a deed. */
    void reach(OrganizationId organizationId, CampaignId campaignId, Optional<RungId> rung) {
        db.update(CAMPAIGNS)
                .setNull(CAMPAIGNS.GOAL)
                .set(CAMPAIGNS.GOAL_RUNG_ID, rung.orElse(null))
                .where(is(organizationId, campaignId))
                .execute();
    }

    void reachInstead(OrganizationId organizationId, RungId gone, RungId into) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.GOAL_RUNG_ID, into)
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.GOAL_RUNG_ID.eq(gone))
                .execute();
    }

    void onePerHousehold(OrganizationId organizationId, CampaignId campaignId, boolean one) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.ONE_PER_HOUSEHOLD, one)
                .where(is(organizationId, campaignId))
                .execute();
    }

    boolean onePerHousehold(OrganizationId organizationId, CampaignId campaignId) {
        return db.fetchExists(CAMPAIGNS, is(organizationId, campaignId), CAMPAIGNS.ONE_PER_HOUSEHOLD.isTrue());
    }

    void sampleDone(OrganizationId organizationId, CampaignId campaignId, Instant now) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.SAMPLE_DONE_AT, now)
                .where(is(organizationId, campaignId))
                .execute();
    }

    /** What a form does not make, taken over from another campaign of the same organization. */
    void copy(OrganizationId organizationId, Campaign from, CampaignId to, boolean template) {
        db.update(CAMPAIGNS)
                .set(CAMPAIGNS.SENDER_ID, from.sender().orElse(null))
                .set(CAMPAIGNS.OPEN_REPLIES_CAP, from.openRepliesCap())
                .set(CAMPAIGNS.SAMPLE_SIZE, from.terms().sample().orElse(null))
                .set(CAMPAIGNS.DAY_CAP, from.terms().dayCap().orElse(null))
                .set(CAMPAIGNS.GOAL_NUMBER, from.terms().goalNumber().orElse(null))
                .set(CAMPAIGNS.GOAL_RUNG_ID, from.terms().goalRung().orElse(null))
                .set(CAMPAIGNS.ONE_PER_HOUSEHOLD, onePerHousehold(organizationId, from.campaignId()))
                .set(CAMPAIGNS.TEMPLATE, template)
                .where(is(organizationId, to))
                .execute();
    }

    List<Campaign> templates(OrganizationId organizationId, Optional<CampaignId> after, int size) {
        return db.selectFrom(CAMPAIGNS)
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.TEMPLATE.isTrue())
                .and(CAMPAIGNS.STATE.eq(CampaignState.DRAFT))
                .and(after.<Condition>map(CAMPAIGNS.CAMPAIGN_ID::lt).orElse(DSL.noCondition()))
                .orderBy(CAMPAIGNS.CAMPAIGN_ID.desc())
                .limit(size)
                .fetch(CampaignStore::campaign);
    }

    /** Its copies stay; an ended one is in no list of templates. */
    boolean dropTemplate(OrganizationId organizationId, CampaignId campaignId) {
        return db.update(CAMPAIGNS)
                        .set(CAMPAIGNS.STATE, CampaignState.ENDED)
                        .where(is(organizationId, campaignId))
                        .and(CAMPAIGNS.TEMPLATE.isTrue())
                        .execute()
                == 1;
    }

    private static Condition is(OrganizationId organizationId, CampaignId campaignId) {
        return CAMPAIGNS.ORGANIZATION_ID.eq(organizationId).and(CAMPAIGNS.CAMPAIGN_ID.eq(campaignId));
    }

    static CampaignTerms terms(Record row) {
        return new CampaignTerms(
                Optional.ofNullable(row.get(CAMPAIGNS.STARTS_AT)),
                Optional.ofNullable(row.get(CAMPAIGNS.ENDS_AT)),
                row.get(CAMPAIGNS.TEMPLATE),
                Optional.ofNullable(row.get(CAMPAIGNS.SAMPLE_SIZE)),
                row.get(CAMPAIGNS.SAMPLE_DONE_AT) != null,
                Optional.ofNullable(row.get(CAMPAIGNS.DAY_CAP)),
                Optional.ofNullable(row.get(CAMPAIGNS.GOAL_NUMBER)),
                Optional.ofNullable(row.get(CAMPAIGNS.GOAL_RUNG_ID)));
    }
}
