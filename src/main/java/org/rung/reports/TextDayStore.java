package org.rung.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What texters sent by day, and how long people waited for it. */
@Repository
class TextDayStore {
    private static final String SENT = """
            from members e
            join messages t force index (messages_member) on t.member_id = e.member_id
            where e.organization_id = ? and t.organization_id = ? and t.purpose in ('FIRST_TEXT', 'REPLY')
              and t.state <> 'CANCELLED' and t.created_at >= ? and t.created_at < ?
            """;

    private static final RecountStore TEXTS =
            new RecountStore("report_texts", """
            insert into report_texts (organization_id, day, campaign_id, member_id, firsts, texts, segments)
            select ?, %s d, coalesce(t.occasion_id, 0) c, t.member_id, sum(t.purpose = 'FIRST_TEXT'), count(*),
              sum(t.segments)
            %s group by d, c, t.member_id
            on duplicate key update firsts = report_texts.firsts + values(firsts),
              texts = report_texts.texts + values(texts), segments = report_texts.segments + values(segments)
            """.formatted(RecountStore.day("t.created_at"), SENT));

    /**
     * A text answers the first one that came in after the text before it, and nothing where none came in between. Both are
     * looked up in the thread's own index; the limits keep the servers from putting the steps together into one that looks
     * everything up once more for each place where it is named.
     */
    private static final RecountStore WAITS =
            new RecountStore("report_waits", """
            insert into report_waits (organization_id, day, campaign_id, member_id, step, number)
            select ?, w.d, w.c, w.member_id, %s step, count(*)
            from (
              select r.d, r.c, r.member_id, timestampdiff(second,
                (select i.created_at from messages i force index (messages_thread)
                 where i.thread_id = r.thread_id and i.message_id > r.before_it and i.message_id < r.message_id
                  and i.direction = 'IN' order by i.message_id limit 1), r.created_at) seconds
              from (
                select %s d, coalesce(t.occasion_id, 0) c, t.member_id, t.thread_id, t.message_id, t.created_at,
                  coalesce((select p.message_id from messages p force index (messages_thread)
                   where p.thread_id = t.thread_id and p.message_id < t.message_id and p.direction = 'OUT'
                   order by p.message_id desc limit 1), 0) before_it
                %s and t.purpose = 'REPLY' limit 1000000000) r
              limit 1000000000) w
            where w.seconds is not null
            group by w.d, w.c, w.member_id, step
            on duplicate key update number = report_waits.number + values(number)
            """.formatted(WaitStep.SQL, RecountStore.day("t.created_at"), SENT));

    private final JdbcTemplate jdbc;

    TextDayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void recount(OrganizationId organizationId, LocalDate first, LocalDate last, List<Stretch> stretches) {
        var here = organizationId.value();
        TEXTS.days(jdbc, organizationId, first, last, stretches, List.of(here, here));
        WAITS.days(jdbc, organizationId, first, last, stretches, List.of(here, here));
    }

    Optional<LocalDate> firstDay(OrganizationId organizationId) {
        return jdbc
                .query(
                        """
                        select (select t.created_at from messages t
                          where t.member_id = e.member_id order by t.created_at limit 1) first_at
                        from members e where e.organization_id = ? having first_at is not null order by first_at limit 1
                        """,
                        (row, number) -> row.getObject(1, LocalDateTime.class).toLocalDate(),
                        organizationId.value())
                .stream()
                .findFirst();
    }

    record Waited(LocalDate step, int waitStep, long number) {}

    List<Waited> waited(OrganizationId organizationId, Grain grain, LocalDate first) {
        return jdbc.query(
                "select " + grain.sql + " at, step, sum(number) from report_waits"
                        + " where organization_id = ? and day >= ? group by at, step",
                (row, number) -> new Waited(row.getObject(1, LocalDate.class), row.getInt(2), row.getLong(3)),
                organizationId.value(),
                first);
    }

    record WaitedOf(long subject, int waitStep, long number) {}

    /** By texter. */
    List<WaitedOf> waitedByTexter(OrganizationId organizationId, LocalDate first) {
        return jdbc.query(
                "select member_id, step, sum(number) from report_waits where organization_id = ? and day >= ?"
                        + " group by member_id, step",
                (row, number) -> new WaitedOf(row.getLong(1), row.getInt(2), row.getLong(3)),
                organizationId.value(),
                first);
    }

    List<WaitedOf> waitedByCampaign(OrganizationId organizationId, List<Long> campaigns) {
        return campaigns.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select campaign_id, step, sum(number) from report_waits where organization_id = ?"
                                + " and campaign_id in (" + Places.of(campaigns) + ") group by campaign_id, step",
                        (row, number) -> new WaitedOf(row.getLong(1), row.getInt(2), row.getLong(3)),
                        Places.with(organizationId, campaigns));
    }

    record Sent(long campaign, long firsts, long texts, long segments) {}

    List<Sent> sent(OrganizationId organizationId, List<Long> campaigns) {
        return campaigns.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select campaign_id, sum(firsts), sum(texts), sum(segments) from report_texts"
                                + " where organization_id = ? and campaign_id in (" + Places.of(campaigns)
                                + ") group by campaign_id",
                        (row, number) -> new Sent(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        Places.with(organizationId, campaigns));
    }
}
