package org.rung.reports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who came to a rung since some time, how many of them rose from it, and how long that took half of those. */
@Repository
class StepStore {
    /** What comes after a stay says whether it ended upward; whoever is known begins on the lowest rung. */
    private static final String BY_SOURCE = """
            insert into report_steps (organization_id, ladder_id, sort, subject_id, subject, from_position, people, rose,
              median_minutes)
            select ?, ?, 'SOURCE', 0, source, position, count(*), sum(rose),
              avg(case when rose and place in (floor((many + 1) / 2), ceil((many + 1) / 2)) then minutes end)
            from (
              select source, position, rose, minutes,
                row_number() over (partition by source, position, rose order by minutes) place,
                count(*) over (partition by source, position, rose) many
              from (
                select source, position, at, coalesce(next_position > position, false) rose,
                  greatest(0, timestampdiff(minute, at, next_at)) minutes
                from (
                  select position, at, lead(position) over stays next_position, lead(at) over stays next_at,
                    first_value(source) over stays source
                  from (
                    select supporter_id, source, created_at at, 1 position, 0 later
                    from supporters where organization_id = ?
                    union all
                    select supporter_id, null, happened_at, to_position, move_id
                    from moves where organization_id = ? and ladder_id = ? and voided_at is null) events
                  window stays as (partition by supporter_id order by (later > 0), at, later)) followed
                where at >= ?) stays) ranked
            group by source, position
            """;

    /** A rise belongs to the campaign from whose conversation its deed came. */
    private static final String BY_CAMPAIGN = """
            insert into report_steps (organization_id, ladder_id, sort, subject_id, subject, from_position, people, rose,
              median_minutes)
            select ?, ?, 'CAMPAIGN', campaign_id, '', from_position, 0, count(*),
              avg(case when place in (floor((many + 1) / 2), ceil((many + 1) / 2)) then minutes end)
            from (
              select campaign_id, from_position, minutes,
                row_number() over (partition by campaign_id, from_position order by minutes) place,
                count(*) over (partition by campaign_id, from_position) many
              from (
                select c.campaign_id, m.from_position, greatest(0, timestampdiff(minute, c.created_at, m.happened_at)) minutes
                from moves m
                join actions a on a.action_id = m.action_id
                join conversations c on c.campaign_id = a.occasion_id and c.supporter_id = m.supporter_id
                where m.organization_id = ? and m.ladder_id = ? and m.happened_at >= ? and m.voided_at is null
                  and m.to_position > m.from_position and c.organization_id = m.organization_id) rises) ranked
            group by campaign_id, from_position
            """;

    /** A rise is credited to the texter whose conversation it came from, since they began to talk. */
    private static final String BY_TEXTER = """
            insert into report_steps (organization_id, ladder_id, sort, subject_id, subject, from_position, people, rose,
              median_minutes)
            select ?, ?, 'TEXTER', member_id, '', from_position, 0, count(*),
              avg(case when place in (floor((many + 1) / 2), ceil((many + 1) / 2)) then minutes end)
            from (
              select member_id, from_position, minutes,
                row_number() over (partition by member_id, from_position order by minutes) place,
                count(*) over (partition by member_id, from_position) many
              from (
                select m.member_id, m.from_position, greatest(0, timestampdiff(minute,
                    (select min(c.created_at) from conversations c
                     where c.supporter_id = m.supporter_id and c.member_id = m.member_id), m.happened_at)) minutes
                from moves m
                where m.organization_id = ? and m.ladder_id = ? and m.happened_at >= ? and m.voided_at is null
                  and m.to_position > m.from_position and m.member_id is not null) rises) ranked
            group by member_id, from_position
            """;

    /** Everyone who was texted, under rung 0: from which rung they might have risen is not kept. */
    private static final String TALKED = """
            insert into report_steps (organization_id, ladder_id, sort, subject_id, subject, from_position, people, rose,
              median_minutes)
            select ?, ?, '%1$s', %2$s, '', 0, count(distinct supporter_id), 0, null
            from conversations
            where organization_id = ? and last_out_at >= ? and %2$s is not null
            group by %2$s
            """;

    private final JdbcTemplate jdbc;

    StepStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void recount(OrganizationId organizationId, LadderId ladderId, Instant since) {
        var here = organizationId.value();
        var ladder = ladderId.value();
        var from = LocalDateTime.ofInstant(since, ZoneOffset.UTC);
        jdbc.update("delete from report_steps where organization_id = ? and ladder_id = ?", here, ladder);
        jdbc.update(BY_SOURCE, here, ladder, here, here, ladder, from);
        jdbc.update(BY_CAMPAIGN, here, ladder, here, ladder, from);
        jdbc.update(BY_TEXTER, here, ladder, here, ladder, from);
        jdbc.update(TALKED.formatted("CAMPAIGN", "campaign_id"), here, ladder, here, from);
        jdbc.update(TALKED.formatted("TEXTER", "member_id"), here, ladder, here, from);
    }

    record Step(long subjectId, String subject, int from, long people, long rose, Optional<Double> medianDays) {}

    /** Of those subjects with the most people. */
    List<Step> steps(OrganizationId organizationId, LadderId ladderId, StepsBy by, int most) {
        return jdbc.query(
                """
                select s.subject_id, s.subject, s.from_position, s.people, s.rose, s.median_minutes
                from report_steps s
                join (select subject_id, subject from report_steps
                  where organization_id = ? and ladder_id = ? and sort = ?
                  group by subject_id, subject order by sum(people) desc, subject, subject_id limit ?) m
                  on m.subject_id = s.subject_id and m.subject = s.subject
                where s.organization_id = ? and s.ladder_id = ? and s.sort = ?
                order by s.subject_id, s.subject, s.from_position
                """,
                (row, number) -> new Step(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getLong(5),
                        Optional.ofNullable(row.getObject(6, Long.class)).map(minutes -> minutes / 1440.0)),
                organizationId.value(),
                ladderId.value(),
                by.name(),
                most,
                organizationId.value(),
                ladderId.value(),
                by.name());
    }
}
