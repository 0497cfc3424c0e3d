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
    /** Among so many of the organization's last texts a campaign's are looked for: the cost of a question has an end. */
    private static final int LOOK_BACK = 5_000;

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

    /** One walk down an index, newest first. */
    Share lately(OrganizationId organizationId, Running campaign, int last, Collection<String> codes) {
        var handed = db.select(MESSAGES.MESSAGE_ID, MESSAGES.TOPIC_ID, MESSAGES.ERROR_CODE, MESSAGES.SENT_AT)
                .from(MESSAGES.forceIndex("messages_handed"))
                .where(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.SENT_AT.ge(campaign.from()))
                .orderBy(MESSAGES.SENT_AT.desc(), MESSAGES.MESSAGE_ID.desc())
                .limit(LOOK_BACK)
                .asTable("handed");
        var its = db.select(handed.field(MESSAGES.ERROR_CODE))
                .from(handed)
                .straightJoin(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class).eq(handed.field(MESSAGES.TOPIC_ID)))
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaign.campaignId()))
                .orderBy(
                        Objects.requireNonNull(handed.field(MESSAGES.SENT_AT)).desc(),
                        Objects.requireNonNull(handed.field(MESSAGES.MESSAGE_ID))
                                .desc())
                .limit(last)
                .asTable("its");
        var code = Objects.requireNonNull(its.field(MESSAGES.ERROR_CODE));
        return db.select(count(), coalesce(sum(when(code.in(codes), inline(1)).otherwise(inline(0))), inline(0)))
                .from(its)
                .fetchSingle(row -> new Share(row.value2().intValue(), row.value1()));
    }
}
