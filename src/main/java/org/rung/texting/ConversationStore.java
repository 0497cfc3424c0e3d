package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.ASSIGNMENTS;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.contact.ContactRule;
import org.springframework.stereotype.Repository;

/** One conversation: finding it, and what changes while it is open. */
@Repository
class ConversationStore {

    private static final CampaignId NO_CAMPAIGN = new CampaignId(0);
    private static final List<Field<?>> FACTS = List.of(
            SUPPORTERS.ZONE,
            SUPPORTERS.COUNTRY,
            SUPPORTERS.POSTAL_CODE,
            CAMPAIGNS.TEXTING_FROM,
            CAMPAIGNS.TEXTING_UNTIL,
            CAMPAIGNS.SENDER_ID,
            CAMPAIGNS.LEASE_MINUTES,
            CAMPAIGNS.OVER_LIMIT_REASON);

    private final DSLContext db;

    ConversationStore(DSLContext db) {
        this.db = db;
    }

    Optional<Conversation> find(OrganizationId organizationId, ConversationId conversationId) {
        return db.selectFrom(CONVERSATIONS)
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(ConversationStore::conversation);
    }

    /** The latest with this number; few campaigns text anybody more often. */
    List<Conversation> with(OrganizationId organizationId, PhoneNumber phone) {
        return db.selectFrom(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.PHONE.eq(phone))
                .orderBy(CONVERSATIONS.CONVERSATION_ID.desc())
                .limit(50)
                .fetch(ConversationStore::conversation);
    }

    /** Found and locked until the transaction ends. */
    Optional<Conversation> lock(OrganizationId organizationId, ConversationId conversationId) {
        return db.selectFrom(CONVERSATIONS)
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .forUpdate()
                .fetchOptional(ConversationStore::conversation);
    }

    /** Whether this texter's lease was the last one, though it has ended and nobody has taken the conversation since. */
    boolean lapsed(ConversationId conversationId, MemberId member) {
        return db.fetchExists(selectOne()
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(lapsedFrom(member)));
    }

    boolean heldOnce(OrganizationId organizationId, ConversationId conversationId, MemberId member) {
        return db.fetchExists(selectOne()
                .from(CONVERSATIONS)
                .join(ASSIGNMENTS)
                .on(ASSIGNMENTS.CAMPAIGN_ID.eq(CONVERSATIONS.CAMPAIGN_ID))
                .and(ASSIGNMENTS.MEMBER_ID.eq(member))
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId)));
    }

    private static SendFacts facts(Record row) {
        return new SendFacts(
                Optional.ofNullable(row.get(SUPPORTERS.ZONE)).map(ZoneId::of),
                row.get(SUPPORTERS.COUNTRY),
                row.get(SUPPORTERS.POSTAL_CODE),
                Optional.ofNullable(row.get(CAMPAIGNS.TEXTING_FROM)),
                Optional.ofNullable(row.get(CAMPAIGNS.TEXTING_UNTIL)),
                Optional.ofNullable(row.get(CAMPAIGNS.SENDER_ID)),
                Optional.ofNullable(row.get(CAMPAIGNS.LEASE_MINUTES)),
                row.get(CAMPAIGNS.OVER_LIMIT_REASON) != null,
                ContactRule.USUAL);
    }

    SendFacts facts(Conversation conversation) {
        return db.select(FACTS)
                .from(SUPPORTERS)
                .leftJoin(CAMPAIGNS)
                .on(CAMPAIGNS.CAMPAIGN_ID.eq(conversation.campaign().orElse(NO_CAMPAIGN)))
                .where(SUPPORTERS.SUPPORTER_ID.eq(conversation.supporter()))
                .fetchSingle(ConversationStore::facts);
    }

    /** Back to what it was before the last text, if nothing arrived since that was sent. */
    boolean undone(Conversation conversation, Instant sentAt) {
        return db.update(CONVERSATIONS)
                        .set(CONVERSATIONS.STATE, CONVERSATIONS.STATE_BEFORE)
                        .setNull(CONVERSATIONS.STATE_BEFORE)
                        .set(
                                CONVERSATIONS.WAITING_SINCE_AT,
                                when(
                                        CONVERSATIONS.STATE.eq(ConversationState.NEEDS_RESPONSE),
                                        coalesce(
                                                CONVERSATIONS.WAITING_BEFORE_AT,
                                                CONVERSATIONS.LAST_IN_AT,
                                                val(sentAt, CONVERSATIONS.LAST_IN_AT))))
                        .set(
                                CONVERSATIONS.LEASED_UNTIL_AT,
                                when(
                                        CONVERSATIONS.STATE.in(
                                                ConversationState.NEEDS_RESPONSE, ConversationState.NEEDS_FIRST_TEXT),
                                        CONVERSATIONS.LEASED_BEFORE_AT))
                        .set(
                                CONVERSATIONS.SUGGESTION,
                                when(
                                        CONVERSATIONS.STATE.eq(ConversationState.NEEDS_RESPONSE),
                                        CONVERSATIONS.SUGGESTION_BEFORE))
                        .set(
                                CONVERSATIONS.LAST_OUT_AT,
                                when(
                                        CONVERSATIONS.STATE.ne(ConversationState.NEEDS_FIRST_TEXT),
                                        CONVERSATIONS.LAST_OUT_AT))
                        .where(CONVERSATIONS.CONVERSATION_ID.eq(conversation.conversationId()))
                        .and(CONVERSATIONS.STATE.eq(ConversationState.AWAITING_REPLY))
                        .and(CONVERSATIONS.STATE_BEFORE.isNotNull())
                        .and(CONVERSATIONS.LAST_OUT_AT.le(sentAt))
                        .and(CONVERSATIONS.LAST_IN_AT.isNull().or(CONVERSATIONS.LAST_IN_AT.le(sentAt)))
                        .execute()
                == 1;
    }

    void read(ConversationId conversationId) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.UNREAD, (short) 0)
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(CONVERSATIONS.UNREAD.ne((short) 0))
                .execute();
    }

    void forgetSuggestion(ConversationId conversationId) {
        db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.SUGGESTION)
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .execute();
    }

    void ask(ConversationId conversationId, Optional<String> questionKey) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.QUESTION_KEY, questionKey.orElse(null))
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .execute();
    }

    void give(OrganizationId organizationId, ConversationId conversationId, MemberId texter) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.MEMBER_ID, texter)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .setNull(CONVERSATIONS.HELP_SINCE_AT)
                .setNull(CONVERSATIONS.HELPER_MEMBER_ID)
                .setNull(CONVERSATIONS.HELPER_TEAM_ID)
                .setNull(CONVERSATIONS.BACK_SINCE_AT)
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    Optional<MessageId> sentAlready(ConversationId conversationId, String requestKey) {
        return db.select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.TOPIC_ID.eq(conversationId.value()))
                .and(MESSAGES.REQUEST_KEY.eq(requestKey))
                .fetchOptional(MESSAGES.MESSAGE_ID);
    }

    /** Of each state, how many. */
    Map<ConversationState, Integer> counts(OrganizationId organizationId, CampaignId campaignId) {
        return db.select(CONVERSATIONS.STATE, org.jooq.impl.DSL.count())
                .from(CONVERSATIONS)
                // A campaign's conversations are its organization's: so the index alone answers.
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(org.jooq.impl.DSL.field(select(CAMPAIGNS.CAMPAIGN_ID)
                        .from(CAMPAIGNS)
                        .where(CAMPAIGNS.CAMPAIGN_ID.eq(campaignId))
                        .and(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId)))))
                .groupBy(CONVERSATIONS.STATE)
                .fetchMap(CONVERSATIONS.STATE, org.jooq.impl.DSL.count());
    }

    private static Condition lapsedFrom(MemberId member) {
        return CONVERSATIONS
                .MEMBER_ID
                .isNull()
                .and(exists(selectOne()
                        .from(ASSIGNMENTS)
                        .where(ASSIGNMENTS.ASSIGNMENT_ID.eq(CONVERSATIONS.ASSIGNMENT_ID))
                        .and(ASSIGNMENTS.MEMBER_ID.eq(member))));
    }

    static Conversation conversation(Record row) {
        return new Conversation(
                row.get(CONVERSATIONS.CONVERSATION_ID),
                Optional.ofNullable(row.get(CONVERSATIONS.CAMPAIGN_ID)),
                row.get(CONVERSATIONS.SUPPORTER_ID),
                row.get(CONVERSATIONS.PHONE),
                Optional.ofNullable(row.get(CONVERSATIONS.SENDER_ID)),
                row.get(CONVERSATIONS.STATE),
                Optional.ofNullable(row.get(CONVERSATIONS.CLOSED_REASON)),
                Optional.ofNullable(row.get(CONVERSATIONS.CLOSED_AT)),
                Optional.ofNullable(row.get(CONVERSATIONS.MEMBER_ID)),
                Optional.ofNullable(row.get(CONVERSATIONS.LEASED_UNTIL_AT)),
                Optional.ofNullable(row.get(CONVERSATIONS.QUESTION_KEY)),
                row.get(CONVERSATIONS.UNREAD),
                Optional.ofNullable(row.get(CONVERSATIONS.SUGGESTION)),
                Optional.ofNullable(row.get(CONVERSATIONS.WAITING_SINCE_AT)),
                Optional.ofNullable(row.get(CONVERSATIONS.LAST_IN_AT)),
                Optional.ofNullable(row.get(CONVERSATIONS.LAST_OUT_AT)),
                row.get(CONVERSATIONS.CREATED_AT),
                Optional.ofNullable(row.get(CONVERSATIONS.HELP_SINCE_AT)),
                Optional.ofNullable(row.get(CONVERSATIONS.HELPER_MEMBER_ID)),
                Optional.ofNullable(row.get(CONVERSATIONS.HELPER_TEAM_ID)),
                Optional.ofNullable(row.get(CONVERSATIONS.BACK_SINCE_AT)));
    }
}
