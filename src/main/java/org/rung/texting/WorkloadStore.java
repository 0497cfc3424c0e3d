package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.CAMPAIGN_TEXTERS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.REVIEWED_TEXTERS;
import static org.rung.db.Tables.REVIEW_RULES;
import static org.rung.db.Tables.TEXTER_CAPS;
import static org.rung.db.Tables.TEXTER_LANGUAGES;
import static org.rung.db.Tables.VETTINGS;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.HeldWork;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** How much a texter holds, and how much nobody holds yet. */
@Repository
class WorkloadStore {
    private final DSLContext db;

    WorkloadStore(DSLContext db) {
        this.db = db;
    }

    /**
     * What a texter holds in a campaign, what of it waits for them, and how many they send before somebody looks.
     *
     * @param dayCap of their own
     * @param usual the organization's language, where any of its texters is known to write others too
     */
    record Load(
            int openReplies,
            int firstTexts,
            boolean repliesWait,
            boolean acquaintances,
            boolean joined,
            Optional<Integer> review,
            Optional<Integer> dayCap,
            Optional<String> usual,
            SendFacts.House house) {}

    Load load(OrganizationId organizationId, CampaignId campaignId, MemberId texter) {
        return db.select(
                        field(held(campaignId, texter, ConversationState.NEEDS_RESPONSE)),
                        field(held(campaignId, texter, ConversationState.NEEDS_FIRST_TEXT)),
                        field(exists(selectOne()
                                .from(CONVERSATIONS)
                                .where(UnheldStore.of(campaignId, ConversationState.NEEDS_RESPONSE)))),
                        field(exists(selectOne()
                                .from(CONVERSATIONS)
                                .where(UnheldStore.of(campaignId, ConversationState.NEEDS_FIRST_TEXT))
                                .and(CONVERSATIONS.KNOWN_BY_MEMBER_ID.eq(texter)))),
                        field(exists(selectOne()
                                .from(CAMPAIGN_TEXTERS)
                                .where(CAMPAIGN_TEXTERS.CAMPAIGN_ID.eq(campaignId))
                                .and(CAMPAIGN_TEXTERS.MEMBER_ID.eq(texter)))),
                        field(select(coalesce(VETTINGS.FIRST_TEXTS, REVIEW_RULES.FIRST_TEXTS))
                                .from(REVIEW_RULES)
                                .leftJoin(VETTINGS)
                                .on(VETTINGS.MEMBER_ID.eq(texter))
                                .where(REVIEW_RULES.ORGANIZATION_ID.eq(organizationId))
                                .andNotExists(selectOne()
                                        .from(REVIEWED_TEXTERS)
                                        .where(REVIEWED_TEXTERS.MEMBER_ID.eq(texter)))),
                        field(select(TEXTER_CAPS.DAY_CAP).from(TEXTER_CAPS).where(TEXTER_CAPS.MEMBER_ID.eq(texter))),
                        field(exists(selectOne()
                                .from(TEXTER_LANGUAGES)
                                .where(TEXTER_LANGUAGES.ORGANIZATION_ID.eq(organizationId)))),
                        ORGANIZATIONS.LANGUAGE,
                        ORGANIZATIONS.COUNTRY,
                        ORGANIZATIONS.ZONE,
                        ORGANIZATIONS.TEXTING_FROM,
                        ORGANIZATIONS.TEXTING_UNTIL,
                        ORGANIZATIONS.UNDO_SECONDS)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organizationId))
                .fetchSingle(row -> new Load(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Optional.ofNullable(row.value6()),
                        Optional.ofNullable(row.value7()),
                        Optional.of(row.value9()).filter(any -> row.value8()),
                        new SendFacts.House(
                                row.value10(),
                                ZoneId.of(row.value11()),
                                row.value12(),
                                row.value13(),
                                Duration.ofSeconds(row.value14()))));
    }

    /** The organization's language, where any of its texters is known to write others too. */
    Optional<String> usual(OrganizationId organizationId) {
        return db.select(ORGANIZATIONS.LANGUAGE)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organizationId))
                .andExists(
                        selectOne().from(TEXTER_LANGUAGES).where(TEXTER_LANGUAGES.ORGANIZATION_ID.eq(organizationId)))
                .fetchOptional(ORGANIZATIONS.LANGUAGE);
    }

    private static Select<Record1<Integer>> held(CampaignId campaignId, MemberId texter, ConversationState state) {
        return select(count())
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.STATE.eq(state))
                .and(CONVERSATIONS.MEMBER_ID.eq(texter))
                .and(UnheldStore.theirs(state));
    }

    /** Of each texter of a campaign who holds something, what. */
    Map<MemberId, HeldWork.Held> held(CampaignId campaignId) {
        return db
                .select(
                        CONVERSATIONS.MEMBER_ID,
                        sum(when(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT), 1)
                                .otherwise(0)),
                        sum(when(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_RESPONSE), 1)
                                .otherwise(0)))
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.STATE.in(ConversationState.NEEDS_FIRST_TEXT, ConversationState.NEEDS_RESPONSE))
                .and(CONVERSATIONS.MEMBER_ID.isNotNull())
                .groupBy(CONVERSATIONS.MEMBER_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(),
                        row -> new HeldWork.Held(
                                row.value2().intValue(), row.value3().intValue())));
    }

    boolean anyLeft(CampaignId campaignId) {
        return db.fetchExists(selectOne()
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT)));
    }

    boolean anyUnheld(CampaignId campaignId, OpenHours hours) {
        return db.fetchExists(selectOne()
                .from(CONVERSATIONS)
                .where(UnheldStore.of(campaignId, ConversationState.NEEDS_FIRST_TEXT))
                .and(UnheldStore.within(hours)));
    }
}
