package org.rung.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rung.campaigns.Campaign;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** A campaign's numbers in one statement, and its texters in another, however many there are of either. */
@Repository
class LiveStore {
    /** States are counted in an index alone; rows are read of what waits and of what is closed. */
    private static final String NUMBERS = """
            select s.firsts, s.awaiting + w.waiting + w.helped + d.closed texted, w.waiting, w.oldest, w.late, w.nobodys,
              w.helped,
              (select count(distinct a.conversation_id) from answers a where a.campaign_id = ?) answered,
              d.opted_out, d.bad,
              (select count(*) from messages m force index (messages_occasion)
               where m.occasion_id = ? and m.sent_at >= ? and m.organization_id = ?
                and m.state in ('FAILED', 'UNDELIVERED', 'UNCONFIRMED')) failing
            from (
              select coalesce(sum(state = 'NEEDS_FIRST_TEXT'), 0) firsts, coalesce(sum(state = 'AWAITING_REPLY'), 0) awaiting
              from conversations force index (conversations_work)
              where campaign_id = ? and state in ('NEEDS_FIRST_TEXT', 'AWAITING_REPLY')) s
            cross join (
              select coalesce(sum(help_since_at is null), 0) waiting,
                min(case when help_since_at is null then waiting_since_at end) oldest,
                coalesce(sum(help_since_at is null and waiting_since_at < ?), 0) late,
                coalesce(sum(help_since_at is null and member_id is null), 0) nobodys,
                coalesce(sum(help_since_at is not null), 0) helped
              from conversations where campaign_id = ? and state = 'NEEDS_RESPONSE') w
            cross join (
              select count(*) closed, coalesce(sum(closed_reason = 'OPTED_OUT'), 0) opted_out,
                coalesce(sum(closed_reason = 'BAD_NUMBER'), 0) bad
              from conversations where campaign_id = ? and state = 'CLOSED') d
            """;

    private static final String TEXTERS = """
            select m.member_id, ta.name, m.suspended_at is not null suspended, coalesce(h.firsts, 0) firsts,
              coalesce(h.replies, 0) replies, h.oldest, count(*) over () joined,
              (select t.created_at from messages t where t.member_id = m.member_id
               order by t.created_at desc limit 1) wrote,
              (select max(a.created_at) from assignments a where a.member_id = m.member_id and not a.by_hand) took
            from campaign_texters j
            join members m on m.member_id = j.member_id
            join accounts ta on ta.account_id = m.account_id
            left join (
              select member_id, sum(state = 'NEEDS_FIRST_TEXT') firsts, sum(state = 'NEEDS_RESPONSE') replies,
                min(case when state = 'NEEDS_RESPONSE' then waiting_since_at end) oldest
              from conversations
              where campaign_id = ? and state in ('NEEDS_FIRST_TEXT', 'NEEDS_RESPONSE') and member_id is not null
               and help_since_at is null
              group by member_id) h on h.member_id = j.member_id
            where j.campaign_id = ? and j.organization_id = ?
            order by h.oldest is null, h.oldest, coalesce(h.firsts, 0) desc, ta.name, m.member_id
            limit ?
            """;

    private final JdbcTemplate jdbc;

    LiveStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    LiveNumbers numbers(
            OrganizationId organizationId, Campaign campaign, Optional<Long> succeeded, Instant late, Instant lately) {
        long id = campaign.campaignId().value();
        return Objects.requireNonNull(jdbc.queryForObject(
                NUMBERS,
                (row, number) -> numbers(row, succeeded),
                id,
                id,
                utc(lately),
                organizationId.value(),
                id,
                utc(late),
                id,
                id));
    }

    private static LiveNumbers numbers(ResultSet row, Optional<Long> succeeded) throws SQLException {
        return new LiveNumbers(
                row.getLong("firsts"),
                row.getLong("texted"),
                row.getLong("waiting"),
                at(row, "oldest"),
                row.getLong("late"),
                row.getLong("nobodys"),
                row.getLong("helped"),
                row.getLong("answered"),
                row.getLong("opted_out"),
                row.getLong("bad"),
                row.getLong("failing"),
                succeeded);
    }

    record Texters(List<LiveTexter> shown, int joined) {}

    Texters texters(OrganizationId organizationId, Campaign campaign, Set<MemberId> review, int most) {
        var joined = new int[1];
        var shown = jdbc.query(
                TEXTERS,
                (row, number) -> {
                    joined[0] = row.getInt("joined");
                    var texter = new MemberId(row.getLong("member_id"));
                    return new LiveTexter(
                            texter,
                            row.getString("name"),
                            row.getBoolean("suspended"),
                            row.getLong("firsts"),
                            row.getLong("replies"),
                            at(row, "oldest"),
                            later(at(row, "wrote"), at(row, "took")),
                            review.contains(texter));
                },
                campaign.campaignId().value(),
                campaign.campaignId().value(),
                organizationId.value(),
                most);
        return new Texters(shown, joined[0]);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
