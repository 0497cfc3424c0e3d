package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.ASSIGNMENTS;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CAMPAIGN_TEXTERS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.THREADS;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.rung.accounts.Organization;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.messaging.ThreadId;
import org.springframework.stereotype.Repository;

/** What the texter's desk shows at a glance. */
@Repository
class DeskStore {

    private static final int EARLIER_TEXTS = 4;

    /** The server would rather walk everything that nobody holds, in whatever organization. */
    static final String INBOX = "conversations_inbox";

    /** One's own replies: those that came back first, then those not read, then by how long they wait. */
    static final String DESK = "conversations_desk";

    private static final byte RESTS = 3;

    /** A reply that its texter should answer; what rests until a day does not. */
    static final Condition WAITS = CONVERSATIONS.DESK_RANK.lt(inline(RESTS));

    private final DSLContext db;

    DeskStore(DSLContext db) {
        this.db = db;
    }

    Home.Waiting waiting(MemberId member) {
        return db.select(count(), min(CONVERSATIONS.WAITING_SINCE_AT))
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.MEMBER_ID.eq(member))
                .and(WAITS)
                .fetchSingle(row -> new Home.Waiting(row.value1(), Optional.ofNullable(row.value2())));
    }

    Map<MemberId, Integer> waiting(Collection<MemberId> members) {
        return db.select(CONVERSATIONS.MEMBER_ID, count())
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.MEMBER_ID.in(members))
                .and(WAITS)
                .groupBy(CONVERSATIONS.MEMBER_ID)
                .fetchMap(CONVERSATIONS.MEMBER_ID, count());
    }

    Home.Waiting inbox(OrganizationId organizationId) {
        return db.select(count(), min(CONVERSATIONS.WAITING_SINCE_AT))
                .from(CONVERSATIONS.forceIndex(INBOX))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.WAITING_SINCE_AT.isNotNull())
                .and(CONVERSATIONS.MEMBER_ID.isNull())
                .and(CONVERSATIONS.HELP_SINCE_AT.isNull())
                .fetchSingle(row -> new Home.Waiting(row.value1(), Optional.ofNullable(row.value2())));
    }

    /** Of each campaign: how many first texts this texter still holds. */
    Map<CampaignId, Integer> held(Collection<CampaignId> campaigns, MemberId member) {
        return db.select(CONVERSATIONS.CAMPAIGN_ID, count())
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.in(campaigns))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.MEMBER_ID.eq(member))
                .groupBy(CONVERSATIONS.CAMPAIGN_ID)
                .fetchMap(CONVERSATIONS.CAMPAIGN_ID, count());
    }

    /** Of each campaign: how many replies wait for this texter. */
    Map<CampaignId, Integer> openReplies(Collection<CampaignId> campaigns, MemberId member) {
        return db.select(CONVERSATIONS.CAMPAIGN_ID, count())
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.in(campaigns))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_RESPONSE))
                .and(CONVERSATIONS.MEMBER_ID.eq(member))
                .and(CONVERSATIONS.HELP_SINCE_AT.isNull())
                .groupBy(CONVERSATIONS.CAMPAIGN_ID)
                .fetchMap(CONVERSATIONS.CAMPAIGN_ID, count());
    }

    /**
     * Of each campaign with someone whose hours are open: how many such first texts nobody holds, counted no further than
     * a batch can be large.
     */
    Map<CampaignId, Integer> unheld(Map<CampaignId, OpenHours> campaigns) {
        return campaigns.entrySet().stream()
                .filter(campaign -> campaign.getValue().anyone())
                .map(campaign -> select(val(campaign.getKey(), CONVERSATIONS.CAMPAIGN_ID), count())
                        .from(selectOne()
                                .from(CONVERSATIONS)
                                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaign.getKey()))
                                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                                .and(CONVERSATIONS.MEMBER_ID.isNull())
                                .and(UnheldStore.within(campaign.getValue()))
                                .limit(Organization.LARGEST_BATCH)
                                .asTable("some")))
                .<Select<Record2<CampaignId, Integer>>>map(one -> one)
                .reduce(Select::unionAll)
                .map(all -> db.fetch(all).intoMap(Record2::value1, Record2::value2))
                .orElse(Map.of());
    }

    /** Of each campaign: how many of the latest batch have been dealt with: neither waiting nor given back. */
    Map<CampaignId, Integer> doneOfBatch(Collection<CampaignId> campaigns, MemberId member) {
        var latest = select(max(ASSIGNMENTS.ASSIGNMENT_ID).as("latest"))
                .from(ASSIGNMENTS)
                .where(ASSIGNMENTS.MEMBER_ID.eq(member))
                .and(ASSIGNMENTS.KIND.eq(AssignmentKind.FIRST))
                .and(ASSIGNMENTS.CAMPAIGN_ID.in(campaigns))
                .groupBy(ASSIGNMENTS.CAMPAIGN_ID)
                .asTable("batch");
        var done = greatest(
                ASSIGNMENTS.GIVEN.minus(ASSIGNMENTS.RETURNED).minus(count(CONVERSATIONS.CONVERSATION_ID)), inline(0));
        return db.select(ASSIGNMENTS.CAMPAIGN_ID, done)
                .from(latest)
                .join(ASSIGNMENTS)
                .on(ASSIGNMENTS.ASSIGNMENT_ID.eq(latest.field("latest", ASSIGNMENTS.ASSIGNMENT_ID.getDataType())))
                .leftJoin(CONVERSATIONS.forceIndex("conversations_work"))
                .on(CONVERSATIONS.CAMPAIGN_ID.eq(ASSIGNMENTS.CAMPAIGN_ID))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.MEMBER_ID.eq(ASSIGNMENTS.MEMBER_ID))
                .and(CONVERSATIONS.ASSIGNMENT_ID.eq(ASSIGNMENTS.ASSIGNMENT_ID))
                .groupBy(ASSIGNMENTS.ASSIGNMENT_ID, ASSIGNMENTS.CAMPAIGN_ID, ASSIGNMENTS.GIVEN, ASSIGNMENTS.RETURNED)
                .fetchMap(ASSIGNMENTS.CAMPAIGN_ID, done);
    }

    /** Names of the campaigns that run, the newest first. */
    Map<CampaignId, String> running(OrganizationId organizationId, int most) {
        return db.select(CAMPAIGNS.CAMPAIGN_ID, CAMPAIGNS.NAME)
                .from(CAMPAIGNS)
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.STATE.eq(CampaignState.RUNNING))
                .orderBy(CAMPAIGNS.CAMPAIGN_ID.desc())
                .limit(most)
                .fetchMap(CAMPAIGNS.CAMPAIGN_ID, CAMPAIGNS.NAME);
    }

    int runningCampaigns(OrganizationId organizationId) {
        return db.fetchCount(
                CAMPAIGNS, CAMPAIGNS.ORGANIZATION_ID.eq(organizationId), CAMPAIGNS.STATE.eq(CampaignState.RUNNING));
    }

    boolean textsFor(CampaignId campaignId, MemberId member) {
        return db.fetchExists(db.selectOne()
                .from(CAMPAIGN_TEXTERS)
                .where(CAMPAIGN_TEXTERS.CAMPAIGN_ID.eq(campaignId))
                .and(CAMPAIGN_TEXTERS.MEMBER_ID.eq(member)));
    }

    /** First texts this texter holds, in order, without those whose cards are on the screen already. */
    List<Conversation> nextFirstTexts(
            OrganizationId organizationId,
            CampaignId campaignId,
            MemberId member,
            Set<ConversationId> without,
            int limit) {
        return db.selectFrom(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.MEMBER_ID.eq(member))
                .and(CONVERSATIONS.CONVERSATION_ID.notIn(without))
                .orderBy(CONVERSATIONS.KNOWN_BY_MEMBER_ID, CONVERSATIONS.CONVERSATION_ID)
                .limit(limit)
                .fetch(ConversationStore::conversation);
    }

    Optional<ThreadId> thread(OrganizationId organizationId, PhoneNumber phone) {
        return db.select(THREADS.THREAD_ID)
                .from(THREADS)
                .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.eq(phone))
                .fetchOptional(THREADS.THREAD_ID);
    }

    /** The latest texts with each of these numbers, oldest first. */
    Map<PhoneNumber, List<FirstTextCard.Line>> earlier(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        var nth = rowNumber()
                .over(partitionBy(MESSAGES.THREAD_ID).orderBy(MESSAGES.MESSAGE_ID.desc()))
                .as("nth");
        var texts = select(
                        MESSAGES.PHONE,
                        MESSAGES.DIRECTION,
                        MESSAGES.BODY,
                        MESSAGES.HAPPENED_AT,
                        MESSAGES.MESSAGE_ID,
                        nth)
                .from(THREADS)
                .join(MESSAGES)
                .on(MESSAGES.THREAD_ID.eq(THREADS.THREAD_ID))
                .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.in(phones))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(MESSAGES.PURPOSE.ne(Purpose.CODE))
                .asTable("texts");
        Map<PhoneNumber, List<FirstTextCard.Line>> lines = new HashMap<>();
        db.select(
                        texts.field(MESSAGES.PHONE),
                        texts.field(MESSAGES.DIRECTION),
                        texts.field(MESSAGES.BODY),
                        texts.field(MESSAGES.HAPPENED_AT))
                .from(texts)
                .where(field("nth", Integer.class).le(EARLIER_TEXTS))
                .orderBy(texts.field(MESSAGES.MESSAGE_ID))
                .forEach(row -> lines.computeIfAbsent(row.value1(), phone -> new java.util.ArrayList<>())
                        .add(new FirstTextCard.Line(row.value2() == Direction.IN, row.value3(), row.value4())));
        return lines;
    }
}
