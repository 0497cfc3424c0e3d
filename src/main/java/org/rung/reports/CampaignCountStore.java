package org.rung.reports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How each campaign's people took it. */
@Repository
class CampaignCountStore {
    private static final String COUNT = """
            insert into report_campaigns (campaign_id, organization_id, people, texted, replied, answered, opted_out, rose)
            select p.campaign_id, p.organization_id, count(c.conversation_id), coalesce(sum(c.last_out_at is not null), 0),
              coalesce(sum(c.last_in_at is not null), 0),
              (select count(distinct a.conversation_id) from answers a where a.campaign_id = p.campaign_id),
              coalesce(sum(c.closed_reason = 'OPTED_OUT'), 0),
              coalesce((select sum(s.rose) from report_steps s where s.organization_id = p.organization_id
                and s.sort = 'CAMPAIGN' and s.subject_id = p.campaign_id), 0)
            from campaigns p
            left join conversations c on c.campaign_id = p.campaign_id
            where p.organization_id = ? and p.started_at is not null and (p.ended_at is null or p.ended_at >= ?)
            group by p.campaign_id, p.organization_id
            on duplicate key update people = values(people), texted = values(texted), replied = values(replied),
              answered = values(answered), opted_out = values(opted_out), rose = values(rose)
            """;

    private final JdbcTemplate jdbc;

    CampaignCountStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that run or ended since then. */
    void recount(OrganizationId organizationId, Instant since) {
        jdbc.update(COUNT, organizationId.value(), LocalDateTime.ofInstant(since, ZoneOffset.UTC));
    }

    record Counted(
            CampaignId campaignId,
            String name,
            Optional<LocalDateTime> startedAt,
            long texted,
            long replied,
            long answered,
            long optedOut,
            long rose) {}

    /** Newest first. */
    List<Counted> newest(OrganizationId organizationId, int most) {
        return jdbc.query(
                """
                select r.campaign_id, p.name, p.started_at, r.texted, r.replied, r.answered, r.opted_out, r.rose
                from report_campaigns r
                join campaigns p on p.campaign_id = r.campaign_id
                where r.organization_id = ? order by r.campaign_id desc limit ?
                """,
                (row, number) -> new Counted(
                        new CampaignId(row.getLong(1)),
                        row.getString(2),
                        Optional.ofNullable(row.getObject(3, LocalDateTime.class)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)),
                organizationId.value(),
                most);
    }

    Map<Long, String> names(OrganizationId organizationId, List<Long> campaigns) {
        Map<Long, String> names = new HashMap<>();
        if (campaigns.isEmpty()) return names;
        jdbc.query(
                "select campaign_id, name from campaigns where organization_id = ? and campaign_id in ("
                        + Places.of(campaigns) + ")",
                row -> {
                    names.put(row.getLong(1), row.getString(2));
                },
                Places.with(organizationId, campaigns));
        return names;
    }
}
