package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignProgress;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** How far campaigns are, for their lists. */
@Repository
class CampaignCountsStore implements CampaignProgress {

    private final DSLContext db;

    CampaignCountsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<CampaignId, Counts> of(OrganizationId organizationId, Collection<CampaignId> campaigns) {
        if (campaigns.isEmpty()) {
            return Map.of();
        }
        Map<CampaignId, Map<ConversationState, Long>> states = new HashMap<>();
        db.select(CONVERSATIONS.CAMPAIGN_ID, CONVERSATIONS.STATE, count())
                .from(CAMPAIGNS)
                // A campaign's conversations are its organization's: so the index alone answers.
                .straightJoin(CONVERSATIONS.forceIndex("conversations_work"))
                .on(CONVERSATIONS.CAMPAIGN_ID.eq(CAMPAIGNS.CAMPAIGN_ID))
                .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                .and(CAMPAIGNS.CAMPAIGN_ID.in(campaigns))
                .groupBy(CONVERSATIONS.CAMPAIGN_ID, CONVERSATIONS.STATE)
                .forEach(row -> states.computeIfAbsent(row.value1(), id -> new EnumMap<>(ConversationState.class))
                        .put(row.value2(), row.value3().longValue()));
        Map<CampaignId, Counts> counts = new HashMap<>();
        states.forEach((campaign, of) -> counts.put(
                campaign,
                new Counts(
                        of.getOrDefault(ConversationState.NEEDS_FIRST_TEXT, 0L),
                        of.getOrDefault(ConversationState.AWAITING_REPLY, 0L),
                        of.getOrDefault(ConversationState.NEEDS_RESPONSE, 0L),
                        of.getOrDefault(ConversationState.CLOSED, 0L))));
        return counts;
    }
}
