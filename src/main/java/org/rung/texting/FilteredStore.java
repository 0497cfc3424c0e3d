package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** How many of a campaign's last texts the carriers took for spam. */
@Repository
class FilteredStore {
    private final DSLContext db;

    FilteredStore(DSLContext db) {
        this.db = db;
    }

    /** A campaign that runs, and since when its filtered texts count. */
    record Running(CampaignId campaignId, String name, Instant from) {}

    record Share(int filtered, int handedOver) {}

    Optional<Running> campaignOf(OrganizationId organizationId, ConversationId conversationId) {
        return db.select(
                        CAMPAIGNS.CAMPAIGN_ID,
                        CAMPAIGNS.NAME,
                        coalesce(CAMPAIGNS.COUNTED_FROM_AT, CAMPAIGNS.STARTED_AT, CAMPAIGNS.CREATED_AT))
                .from(CONVERSATIONS)
                .join(CAMPAIGNS)
                .on(CAMPAIGNS.CAMPAIGN_ID.eq(CONVERSATIONS.CAMPAIGN_ID))
                .where(CONVERSATIONS.CONVERSATION_ID.eq(conversationId))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.STATE.eq(CampaignState.RUNNING))
                .fetchOptional(row -> new Running(row.value1(), row.value2(), row.value3()));
    }

    /** The first entries of an index, newest first, however many texts other campaigns have. */
    Share lately(OrganizationId organizationId, Running campaign, int last, Collection<String> codes) {
        var its = db.select(MESSAGES.ERROR_CODE)
                .from(MESSAGES.forceIndex("messages_occasion"))
                .where(MESSAGES.OCCASION_ID.eq(campaign.campaignId().value()))
                .and(MESSAGES.SENT_AT.ge(campaign.from()))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .orderBy(MESSAGES.SENT_AT.desc(), MESSAGES.MESSAGE_ID.desc())
                .limit(last)
                .asTable("its");
        var code = Objects.requireNonNull(its.field(MESSAGES.ERROR_CODE));
        return db.select(count(), coalesce(sum(when(code.in(codes), inline(1)).otherwise(inline(0))), inline(0)))
                .from(its)
                .fetchSingle(row -> new Share(row.value2().intValue(), row.value1()));
    }
}
