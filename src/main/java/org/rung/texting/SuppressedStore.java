package org.rung.texting;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.PHONE_CONSENTS;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.campaigns.CampaignState;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressions;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.messaging.Texts;
import org.springframework.stereotype.Repository;

/** What becomes of conversations with numbers that come onto the do-not-text list, or off it. */
@Repository
class SuppressedStore {
    private final DSLContext db;
    private final Suppressions suppressions;
    private final QueueFronts fronts;

    SuppressedStore(DSLContext db, Suppressions suppressions, QueueFronts fronts) {
        this.db = db;
        this.suppressions = suppressions;
        this.fronts = fronts;
    }

    /** Whose first text was just cancelled needs it again, unless it was with a provider once: then nobody knows. */
    void unsend(OrganizationId organization, Collection<PhoneNumber> phones) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.STATE, ConversationState.NEEDS_FIRST_TEXT)
                .setNull(CONVERSATIONS.STATE_BEFORE)
                .setNull(CONVERSATIONS.LAST_OUT_AT)
                .where(of(organization, phones))
                .and(CONVERSATIONS.STATE.eq(ConversationState.AWAITING_REPLY))
                .and(CONVERSATIONS.LAST_IN_AT.isNull())
                .and(CONVERSATIONS
                        .CONVERSATION_ID
                        .coerce(Long.class)
                        .in(select(MESSAGES.TOPIC_ID)
                                .from(MESSAGES)
                                .where(MESSAGES.ORGANIZATION_ID.eq(organization))
                                .and(MESSAGES.PHONE.in(phones))
                                .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                                .and(MESSAGES.STATE.eq(MessageState.CANCELLED))
                                .and(MESSAGES.ERROR_CODE.eq(Texts.SUPPRESSED))
                                .and(MESSAGES.CLAIMED_AT.isNull())))
                .execute();
    }

    /** No texter holds their first texts any more; hand-outs pass them over until their day. */
    void release(OrganizationId organization, Collection<PhoneNumber> phones) {
        db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.MEMBER_ID)
                .setNull(CONVERSATIONS.ASSIGNMENT_ID)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .where(of(organization, phones))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.MEMBER_ID.isNotNull())
                .execute();
        fronts.forgetAll();
    }

    /** All of theirs, or the first texts of one campaign. */
    void close(OrganizationId organization, Collection<PhoneNumber> phones, Optional<Long> campaign, Instant now) {
        Condition which = campaign.<Condition>map(id -> CONVERSATIONS
                        .CAMPAIGN_ID
                        .coerce(Long.class)
                        .eq(id)
                        .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT)))
                .orElseGet(() -> CONVERSATIONS.STATE.ne(ConversationState.CLOSED));
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.STATE, ConversationState.CLOSED)
                .setNull(CONVERSATIONS.STATE_BEFORE)
                .set(CONVERSATIONS.CLOSED_REASON, ClosedReason.SUPPRESSED)
                .set(CONVERSATIONS.CLOSED_AT, now)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .setNull(CONVERSATIONS.WAITING_SINCE_AT)
                .setNull(CONVERSATIONS.ASIDE_UNTIL_AT)
                .setNull(CONVERSATIONS.SUGGESTION)
                .setNull(CONVERSATIONS.BACK_SINCE_AT)
                .where(of(organization, phones))
                .and(which)
                .execute();
    }

    /** Of campaigns that have not ended, first texts that were closed by the list only come back to whoever asks for work. */
    void comeBack(OrganizationId organization, Collection<PhoneNumber> phones) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.STATE, ConversationState.NEEDS_FIRST_TEXT)
                .setNull(CONVERSATIONS.CLOSED_REASON)
                .setNull(CONVERSATIONS.CLOSED_AT)
                .setNull(CONVERSATIONS.MEMBER_ID)
                .setNull(CONVERSATIONS.ASSIGNMENT_ID)
                .where(of(organization, phones))
                .and(CONVERSATIONS.STATE.eq(ConversationState.CLOSED))
                .and(CONVERSATIONS.CLOSED_REASON.eq(ClosedReason.SUPPRESSED))
                .and(CONVERSATIONS.LAST_OUT_AT.isNull())
                .and(CONVERSATIONS.LAST_IN_AT.isNull())
                .and(CONVERSATIONS.CAMPAIGN_ID.in(select(CAMPAIGNS.CAMPAIGN_ID)
                        .from(CAMPAIGNS)
                        .where(CAMPAIGNS.ORGANIZATION_ID.eq(organization))
                        .and(CAMPAIGNS.STATE.ne(CampaignState.ENDED))))
                .and(DSL.exists(selectOne()
                        .from(PHONE_CONSENTS)
                        .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization))
                        .and(PHONE_CONSENTS.PHONE.eq(CONVERSATIONS.PHONE))
                        .and(PHONE_CONSENTS.CONSENT.eq(ConsentKind.OPTED_IN))
                        .and(suppressions.mayAnswer())
                        .and(DSL.condition(
                                "(suppressed_occasions is null or locate(concat(',', {0}, ','), suppressed_occasions) = 0)",
                                CONVERSATIONS.CAMPAIGN_ID))))
                .and(notExists(selectOne()
                        .from(MESSAGES)
                        .where(MESSAGES.TOPIC_ID.eq(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class)))
                        .and(MESSAGES.STATE.ne(MessageState.CANCELLED))))
                .execute();
        fronts.forgetAll();
    }

    private static Condition of(OrganizationId organization, Collection<PhoneNumber> phones) {
        return CONVERSATIONS.ORGANIZATION_ID.eq(organization).and(CONVERSATIONS.PHONE.in(phones));
    }
}
