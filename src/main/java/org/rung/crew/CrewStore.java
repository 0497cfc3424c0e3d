package org.rung.crew;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.texters.TexterTerms;
import org.rung.texting.Batch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All texters in one statement, each looked up by their own keys; what they did in a week in another. */
@Repository
class CrewStore {
    /** Every member who may text, with the same columns for the list and the counts. */
    private static final String EVERYONE = """
            (select m.member_id, ta.name, m.suspended_at is not null suspended,
              (select count(*) from conversations c where c.member_id = m.member_id and c.state = 'NEEDS_FIRST_TEXT') firsts,
              (select count(*) from conversations c where c.member_id = m.member_id and c.state = 'NEEDS_RESPONSE'
                and c.help_since_at is null) replies,
              (select min(c.waiting_since_at) from conversations c where c.member_id = m.member_id
                and c.state = 'NEEDS_RESPONSE' and c.help_since_at is null) oldest,
              (select count(*) from conversations c left join campaigns g on g.campaign_id = c.campaign_id
                where c.member_id = m.member_id and c.state = 'NEEDS_RESPONSE' and c.help_since_at is null
                and c.waiting_since_at < timestampadd(minute, -coalesce(g.lease_minutes, 60), ?)) late,
              (select t.created_at from messages t where t.member_id = m.member_id
                order by t.created_at desc limit 1) wrote,
              (select max(a.created_at) from assignments a where a.member_id = m.member_id and not a.by_hand) took,
              s.why, s.pulled_at, k.name campaign,
              f.member_id is null and r.first_texts is not null and (select count(*) from messages t
                where t.member_id = m.member_id and t.purpose = 'FIRST_TEXT' and t.state <> 'CANCELLED')
                >= coalesce(v.first_texts, r.first_texts) review
             from members m
             join accounts ta on ta.account_id = m.account_id
             left join short_pulls s on s.member_id = m.member_id
             left join campaigns k on k.campaign_id = s.campaign_id
             left join review_rules r on r.organization_id = m.organization_id
             left join reviewed_texters f on f.member_id = m.member_id
             left join vettings v on v.member_id = m.member_id
             where m.organization_id = ? and m.roles <> 'COORDINATOR' and (? = '' or ta.name like ?)) x
            """;

    private static final String AT_WORK = "not x.suspended and (x.wrote > ? or x.took > ?)";
    /** A batch taken since makes the asking before it old news. */
    private static final String WAITING = "not x.suspended and x.firsts + x.replies = 0 and x.pulled_at > ?"
            + " and (x.took is null or x.took <= x.pulled_at)";

    private static final String WEEK = """
            select t.member_id, sum(t.purpose = 'FIRST_TEXT') firsts, sum(t.purpose = 'REPLY') replies,
              count(distinct date(t.created_at)) days
            from messages t
            where t.member_id in (%s) and t.created_at >= ? and t.organization_id = ? and t.direction = 'OUT'
              and t.purpose in ('FIRST_TEXT', 'REPLY') and t.state <> 'CANCELLED'
            group by t.member_id
            """;

    private final JdbcTemplate jdbc;

    CrewStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom to look for and from when on something counts as lately. */
    record Look(OrganizationId organizationId, String name, Instant now, Instant lately) {
        private List<Object> everyone() {
            return List.of(
                    utc(now),
                    organizationId.value(),
                    name,
                    "%" + name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
    }

    TexterCounts counts(Look look) {
        var arguments = new ArrayList<>(List.<Object>of(utc(look.lately()), utc(look.lately()), utc(look.lately())));
        arguments.addAll(look.everyone());
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) n, coalesce(sum(" + AT_WORK + "), 0) at_work, coalesce(sum(" + WAITING
                        + "), 0) waiting, coalesce(sum(x.late > 0), 0) late, coalesce(sum(x.review and not x.suspended), 0) fresh from "
                        + EVERYONE,
                (row, number) -> new TexterCounts(
                        row.getInt("n"),
                        row.getInt("at_work"),
                        row.getInt("waiting"),
                        row.getInt("late"),
                        row.getInt("fresh")),
                arguments.toArray()));
    }

    List<TexterRow> page(Look look, TexterState state, int from, int most) {
        var arguments = new ArrayList<>(look.everyone());
        String where =
                switch (state) {
                    case ALL -> "";
                    case AT_WORK -> {
                        arguments.add(utc(look.lately()));
                        arguments.add(utc(look.lately()));
                        yield " where " + AT_WORK;
                    }
                    case WAITING -> {
                        arguments.add(utc(look.lately()));
                        yield " where " + WAITING;
                    }
                    case OVERDUE -> " where x.late > 0";
                    case NEW -> " where x.review and not x.suspended";
                };
        arguments.add(most);
        arguments.add(from);
        return jdbc.query(
                "select x.* from " + EVERYONE + where
                        + " order by x.late desc, x.oldest is null, x.oldest, x.name, x.member_id limit ? offset ?",
                (row, number) -> texter(row),
                arguments.toArray());
    }

    Map<MemberId, TexterRow.Week> weeks(OrganizationId organizationId, Collection<MemberId> texters, Instant since) {
        var weeks = new HashMap<MemberId, TexterRow.Week>();
        if (texters.isEmpty()) return weeks;
        var arguments = new ArrayList<Object>();
        texters.forEach(texter -> arguments.add(texter.value()));
        arguments.add(utc(since));
        arguments.add(organizationId.value());
        jdbc.query(
                WEEK.formatted(String.join(", ", Collections.nCopies(texters.size(), "?"))),
                (ResultSet row) -> {
                    weeks.put(
                            new MemberId(row.getLong("member_id")),
                            new TexterRow.Week(row.getInt("firsts"), row.getInt("replies"), row.getInt("days")));
                },
                arguments.toArray());
        return weeks;
    }

    private static TexterRow texter(ResultSet row) throws SQLException {
        var shortage = Optional.<TexterRow.Shortage>empty();
        var why = row.getString("why");
        var pulled = at(row, "pulled_at");
        if (why != null && pulled.isPresent())
            shortage = Optional.of(
                    new TexterRow.Shortage(Batch.Short.valueOf(why), row.getString("campaign"), pulled.get()));
        return new TexterRow(
                new MemberId(row.getLong("member_id")),
                row.getString("name"),
                row.getBoolean("suspended"),
                row.getInt("firsts"),
                row.getInt("replies"),
                at(row, "oldest"),
                row.getInt("late"),
                later(at(row, "wrote"), at(row, "took")),
                shortage,
                row.getBoolean("review"),
                TexterRow.Week.NOTHING,
                TexterTerms.NONE);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
