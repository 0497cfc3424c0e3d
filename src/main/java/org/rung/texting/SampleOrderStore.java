package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.SAMPLE_PLACES;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/**
 * Who is texted while a campaign texts a sample: by lot, and not from the front of the queue, where those stand who have
 * been known the longest, nor by whom a texter knows. The lot is a checksum of campaign and person, so that it falls the
 * same wherever and whenever it is drawn. Its callers hold the campaign's row.
 */
@Repository
class SampleOrderStore {
    /** Drawn at once, so that those who drop out or sleep are seldom more. */
    private static final int SPARE = 4;

    private static final int LEAST = 200;

    private final DSLContext db;

    SampleOrderStore(DSLContext db) {
        this.db = db;
    }

    /** Whoever of these comes next by lot, held for whoever asks; fewer only where there are no more. */
    List<ConversationId> next(OrganizationId organizationId, CampaignId campaignId, Condition whom, int wanted) {
        List<ConversationId> found = new ArrayList<>(taken(campaignId, whom, 0, wanted));
        if (found.size() < wanted) {
            int drawn = drawn(campaignId);
            draw(organizationId, campaignId, whom, drawn, wanted);
            found.addAll(taken(campaignId, whom, drawn, wanted - found.size()));
        }
        return found;
    }

    private List<ConversationId> taken(CampaignId campaignId, Condition whom, int from, int wanted) {
        return db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(SAMPLE_PLACES)
                .straightJoin(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.eq(SAMPLE_PLACES.CONVERSATION_ID))
                .where(SAMPLE_PLACES.CAMPAIGN_ID.eq(campaignId))
                .and(SAMPLE_PLACES.PLACE.gt(from))
                .and(whom)
                .orderBy(SAMPLE_PLACES.PLACE)
                .limit(wanted)
                .forUpdate()
                .skipLocked()
                .fetch(CONVERSATIONS.CONVERSATION_ID);
    }

    private int drawn(CampaignId campaignId) {
        return db.fetchSingle(select(coalesce(max(SAMPLE_PLACES.PLACE), inline(0)))
                        .from(SAMPLE_PLACES)
                        .where(SAMPLE_PLACES.CAMPAIGN_ID.eq(campaignId)))
                .value1();
    }

    /** Only who can be texted now: else a campaign most of whose people sleep would be drawn to its end. */
    private void draw(OrganizationId organizationId, CampaignId campaignId, Condition whom, int drawn, int wanted) {
        Field<String> lot = field(
                "sha2({0}, 256)",
                String.class, concat(inline(campaignId.text() + "/"), CONVERSATIONS.SUPPORTER_ID.cast(String.class)));
        var before = SAMPLE_PLACES.as("before");
        db.insertInto(
                        SAMPLE_PLACES,
                        SAMPLE_PLACES.CAMPAIGN_ID,
                        SAMPLE_PLACES.PLACE,
                        SAMPLE_PLACES.CONVERSATION_ID,
                        SAMPLE_PLACES.ORGANIZATION_ID)
                .select(select(
                                val(campaignId, SAMPLE_PLACES.CAMPAIGN_ID),
                                inline(drawn).plus(rowNumber().over().orderBy(lot)),
                                CONVERSATIONS.CONVERSATION_ID,
                                val(organizationId, SAMPLE_PLACES.ORGANIZATION_ID))
                        .from(CONVERSATIONS)
                        .where(whom)
                        .and(notExists(selectOne()
                                .from(before)
                                .where(before.CONVERSATION_ID.eq(CONVERSATIONS.CONVERSATION_ID))))
                        .orderBy(lot)
                        .limit(Math.max(LEAST, SPARE * wanted)))
                .execute();
    }
}
