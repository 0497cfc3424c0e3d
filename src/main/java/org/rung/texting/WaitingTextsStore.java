package org.rung.texting;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.WaitingTexts;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What waits for its hour, counted from those that leave next. */
@Repository
class WaitingTextsStore implements WaitingTexts {
    /** A million may wait in the house: a page looks at the next of them only. */
    private static final int LOOKED_AT = 50_000;

    private static final String WAITING = """
            select h.due_at, h.zones, count(*) over () waiting,
              (select count(*) from (
                select 1 from messages force index (messages_work) where state = 'HELD' limit %d) some) > %d more
            from (
              select topic_id, organization_id, hold, due_at, zones
              from messages force index (messages_work) where state = 'HELD' order by due_at limit %d) h
            join conversations c on c.conversation_id = h.topic_id
            where c.campaign_id = ? and c.organization_id = ? and h.organization_id = ? and h.hold = 'HOURS'
            order by h.due_at limit 1
            """.formatted(LOOKED_AT + 1, LOOKED_AT, LOOKED_AT);

    private final DSLContext db;

    WaitingTextsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Waiting> of(OrganizationId organizationId, CampaignId campaignId) {
        return db.resultQuery(WAITING, campaignId.value(), organizationId.value(), organizationId.value())
                .fetchOptional(row -> new Waiting(
                        row.get("waiting", Long.class),
                        row.get("more", Boolean.class),
                        row.get("due_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        ZoneId.of(row.get("zones", String.class).split(",")[0])));
    }
}
