package org.rung.texting;

import java.util.List;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Campaigns whose sample has been texted. */
@Repository
class SampleStore {
    /** What still waits to leave belongs to the sample, too: a pause would keep it here. */
    private static final String DONE = """
            select g.organization_id, g.campaign_id from campaigns g
            where g.sample_size > 0 and g.sample_done_at is null and g.state = 'RUNNING'
             and (
              select count(*) from conversations c
              where c.campaign_id = g.campaign_id and c.state in ('AWAITING_REPLY', 'NEEDS_RESPONSE', 'CLOSED')
               and c.last_out_at is not null) >= g.sample_size
             and not exists (
              select 1 from conversations c
              join messages m on m.topic_id = c.conversation_id and m.purpose = 'FIRST_TEXT'
               and m.state in ('HELD', 'QUEUED', 'SENDING')
              where c.campaign_id = g.campaign_id and c.state in ('AWAITING_REPLY', 'NEEDS_RESPONSE', 'CLOSED')
               and c.last_out_at is not null)
            limit 200
            """;

    private final JdbcTemplate jdbc;

    SampleStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Done(OrganizationId organizationId, CampaignId campaignId) {}

    List<Done> done() {
        return jdbc.query(
                DONE, (row, number) -> new Done(new OrganizationId(row.getLong(1)), new CampaignId(row.getLong(2))));
    }
}
