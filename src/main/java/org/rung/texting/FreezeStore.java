package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.CAMPAIGN_PLACES;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressions;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.turf.TurfHolders;
import org.rung.turf.TurfId;
import org.rung.turf.Turfs;
import org.springframework.stereotype.Repository;

/** A campaign's conversations as a whole: made from its turf, topped up, and ended. Statements over sets only. */
@Repository
class FreezeStore {

    /** A TSID keeps 22 bits beside its millisecond: a block of ids starts on a fresh one and cannot meet its own end. */
    private static final int BESIDE_THE_MILLISECOND = 22;

    private final DSLContext db;
    private final Turfs turfs;
    private final Suppressions suppressions;
    private final TurfHolders holders;

    FreezeStore(DSLContext db, Turfs turfs, Suppressions suppressions, TurfHolders holders) {
        this.db = db;
        this.turfs = turfs;
        this.suppressions = suppressions;
        this.holders = holders;
    }

    /**
     * A conversation that needs its first text for every number of the turf that may be texted and has none yet in this
     * campaign: a household that shares a number gets one, with whom of them was known first and has
     * none yet.
     *
     * @param onePerHousehold whether of those who live together only whoever is known the longest gets one
     */
    int freeze(
            OrganizationId organizationId, CampaignId campaignId, TurfId turfId, boolean onePerHousehold, Instant now) {
        var p = SUPPORTER_PHONES;
        var already = CONVERSATIONS.as("already");
        var phone = field(name("textable", "phone"), p.PHONE.getDataType());
        var supporter = field(name("textable", "supporter_id"), p.SUPPORTER_ID.getDataType());
        var all = select(p.PHONE, min(p.SUPPORTER_ID).as("supporter_id"))
                .from(p)
                .join(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(p.ORGANIZATION_ID))
                .and(PHONE_CONSENTS.PHONE.eq(p.PHONE))
                .and(PHONE_CONSENTS.CONSENT.eq(ConsentKind.OPTED_IN))
                .and(suppressions.free(Optional.of(campaignId.value())))
                .leftJoin(UNREACHABLE_PHONES)
                .on(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(p.ORGANIZATION_ID))
                .and(UNREACHABLE_PHONES.PHONE.eq(p.PHONE))
                .and(UNREACHABLE_PHONES.BAD.isTrue())
                .where(p.ORGANIZATION_ID.eq(organizationId))
                .and(p.POSITION.eq((byte) 0))
                .and(p.SUPPORTER_ID.in(turfs.supporters(organizationId, turfId)))
                .and(UNREACHABLE_PHONES.PHONE.isNull())
                // Whoever has another number here leaves this one to the rest of the household.
                .and(notExists(selectOne()
                        .from(already)
                        .where(already.CAMPAIGN_ID.eq(campaignId))
                        .and(already.SUPPORTER_ID.eq(p.SUPPORTER_ID))))
                .and(onePerHousehold ? not(HouseholdPickStore.isIn(campaignId)) : noCondition())
                .groupBy(p.PHONE)
                .asTable("textable");
        var textable = onePerHousehold ? HouseholdPickStore.first(all) : all;
        long block = ((Id.next() >> BESIDE_THE_MILLISECOND) << BESIDE_THE_MILLISECOND) - 1;
        return db.insertInto(
                        CONVERSATIONS,
                        CONVERSATIONS.CONVERSATION_ID,
                        CONVERSATIONS.ORGANIZATION_ID,
                        CONVERSATIONS.CAMPAIGN_ID,
                        CONVERSATIONS.SUPPORTER_ID,
                        CONVERSATIONS.PHONE,
                        CONVERSATIONS.STATE,
                        CONVERSATIONS.HOURS_NUMBER,
                        CONVERSATIONS.CREATED_AT)
                .select(select(
                                field(
                                        "{0} + row_number() over (order by {1})",
                                        CONVERSATIONS.CONVERSATION_ID.getDataType(), inline(block), supporter),
                                val(organizationId, CONVERSATIONS.ORGANIZATION_ID),
                                val(campaignId, CONVERSATIONS.CAMPAIGN_ID),
                                supporter,
                                phone,
                                val(ConversationState.NEEDS_FIRST_TEXT, CONVERSATIONS.STATE),
                                CAMPAIGN_PLACES.NUMBER,
                                val(now, CONVERSATIONS.CREATED_AT))
                        .from(textable)
                        .join(SUPPORTERS)
                        .on(SUPPORTERS.SUPPORTER_ID.eq(supporter))
                        .leftJoin(CAMPAIGN_PLACES)
                        .on(CAMPAIGN_PLACES.CAMPAIGN_ID.eq(campaignId))
                        .and(CAMPAIGN_PLACES.ZONE.eq(coalesce(SUPPORTERS.ZONE, inline(""))))
                        .and(CAMPAIGN_PLACES.COUNTRY.eq(SUPPORTERS.COUNTRY))
                        .and(CAMPAIGN_PLACES.POSTAL.eq(left(SUPPORTERS.POSTAL_CODE, CampaignHoursStore.POSTAL)))
                        .and(CAMPAIGN_PLACES.DIGITS.eq(left(phone.coerce(String.class), CampaignHoursStore.DIGITS)))
                        .where(notExists(selectOne()
                                .from(already)
                                .where(already.CAMPAIGN_ID.eq(campaignId))
                                .and(already.PHONE.eq(phone)))))
                .execute();
    }

    /** Those who know a texter: by an acquaintance first, else by the latest conversation they had in another campaign. */
    void findAcquaintances(OrganizationId organizationId, CampaignId campaignId) {
        var organization = val(organizationId, CONVERSATIONS.ORGANIZATION_ID);
        var campaign = val(campaignId, CONVERSATIONS.CAMPAIGN_ID);
        db.execute("""
            update conversations c
            join (select r.supporter_id, r.knower_member_id,
                         row_number() over (partition by r.supporter_id order by r.strength desc, r.relationship_id) nth
                  from relationships r
                  join members m on m.member_id = r.knower_member_id and m.suspended_at is null
                  where r.organization_id = ? and r.knower_member_id is not null) knows
              on knows.supporter_id = c.supporter_id and knows.nth = 1
            set c.known_by_member_id = knows.knower_member_id
            where c.campaign_id = ? and c.state = 'NEEDS_FIRST_TEXT' and c.known_by_member_id is null
            """, organization, campaign);
        db.execute("""
            update conversations c
            join (select fresh.conversation_id, max(earlier.conversation_id) latest
                  from conversations fresh
                  join conversations earlier on earlier.supporter_id = fresh.supporter_id
                   and earlier.conversation_id <> fresh.conversation_id
                   and earlier.member_id is not null and earlier.last_out_at is not null
                  where fresh.campaign_id = ? and fresh.state = 'NEEDS_FIRST_TEXT'
                    and fresh.known_by_member_id is null
                  group by fresh.conversation_id) met on met.conversation_id = c.conversation_id
            join conversations earlier on earlier.conversation_id = met.latest
            set c.known_by_member_id = earlier.member_id
            """, campaign);
    }

    /**
     * Those whom nobody knows, to who was given the part of the turf that they are in, or else all of it: where several
     * were, to one of them by a sum of the id.
     */
    void findHolders(OrganizationId organizationId, CampaignId campaignId, TurfId turfId) {
        for (var part : turfs.listsFrom(organizationId, turfId)) hold(organizationId, campaignId, part);
        hold(organizationId, campaignId, turfId);
    }

    private void hold(OrganizationId organizationId, CampaignId campaignId, TurfId turfId) {
        var members = holders.whoTexts(organizationId, turfId);
        if (members.isEmpty()) return;
        db.update(CONVERSATIONS)
                .set(
                        CONVERSATIONS.KNOWN_BY_MEMBER_ID,
                        field(
                                "cast(elt(1 + crc32({0}) mod {1}, {2}) as signed)",
                                CONVERSATIONS.KNOWN_BY_MEMBER_ID.getDataType(),
                                CONVERSATIONS.SUPPORTER_ID,
                                inline(members.size()),
                                list(members.stream()
                                        .map(member -> inline(member.value()))
                                        .toList())))
                .where(
                        CONVERSATIONS.ORGANIZATION_ID.eq(organizationId),
                        CONVERSATIONS.CAMPAIGN_ID.eq(campaignId),
                        CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT),
                        CONVERSATIONS.KNOWN_BY_MEMBER_ID.isNull(),
                        CONVERSATIONS.SUPPORTER_ID.in(turfs.supporters(organizationId, turfId)))
                .execute();
    }

    /** First texts that nobody has sent will not be sent any more. */
    int endUnsent(OrganizationId organizationId, CampaignId campaignId) {
        return db.update(CONVERSATIONS)
                .set(CONVERSATIONS.STATE, ConversationState.CLOSED)
                .set(CONVERSATIONS.CLOSED_REASON, ClosedReason.ENDED)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .execute();
    }

    /** Texts of the campaign that wait to be given to a provider, answers too. */
    List<MessageId> waiting(OrganizationId organizationId, CampaignId campaignId) {
        return db.select(MESSAGES.MESSAGE_ID)
                .from(CONVERSATIONS)
                .join(MESSAGES)
                .on(MESSAGES.TOPIC_ID.eq(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class)))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                .fetch(MESSAGES.MESSAGE_ID);
    }

    /** First texts of the campaign that wait to be given to a provider. */
    List<MessageId> waitingFirstTexts(OrganizationId organizationId, CampaignId campaignId) {
        return db.select(MESSAGES.MESSAGE_ID)
                .from(CONVERSATIONS)
                .join(MESSAGES)
                .on(MESSAGES.TOPIC_ID.eq(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class)))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.STATE.eq(ConversationState.AWAITING_REPLY))
                .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                .fetch(MESSAGES.MESSAGE_ID);
    }

    /** Closes the conversations whose first text was cancelled before anyone claimed it; the others stay answerable. */
    void endCancelled(OrganizationId organizationId, CampaignId campaignId, Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return;
        }
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.STATE, ConversationState.CLOSED)
                .set(CONVERSATIONS.CLOSED_REASON, ClosedReason.ENDED)
                .setNull(CONVERSATIONS.STATE_BEFORE)
                .setNull(CONVERSATIONS.LAST_OUT_AT)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.STATE.eq(ConversationState.AWAITING_REPLY))
                .and(CONVERSATIONS
                        .CONVERSATION_ID
                        .coerce(Long.class)
                        .in(select(MESSAGES.TOPIC_ID)
                                .from(MESSAGES)
                                .where(MESSAGES.MESSAGE_ID.in(messages))
                                .and(MESSAGES.STATE.eq(MessageState.CANCELLED))))
                .execute();
    }
}
