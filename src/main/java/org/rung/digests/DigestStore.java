package org.rung.digests;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Roles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who wants the week, and for which week they had it last. */
@Repository
class DigestStore {
    private static final String READERS = """
            select d.organization_id, d.member_id, m.roles, a.email, coalesce(a.language, o.language), o.name, o.zone,
              d.sent_for
            from digests d
            join members m on m.member_id = d.member_id
            join accounts a on a.account_id = m.account_id
            join organizations o on o.organization_id = d.organization_id
            where m.suspended_at is null and a.email <> '' and d.member_id > ?
            order by d.member_id limit ?
            """;

    private final JdbcTemplate jdbc;

    DigestStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean chosen(Actor.Member actor) {
        return !jdbc.queryForList(
                        "select 1 from digests where member_id = ? and organization_id = ?",
                        actor.memberId().value(),
                        actor.organization().value())
                .isEmpty();
    }

    void choose(Actor.Member actor, Instant now) {
        jdbc.update(
                "insert ignore into digests (member_id, organization_id, chosen_at) values (?, ?, ?)",
                actor.memberId().value(),
                actor.organization().value(),
                LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    void leave(Actor.Member actor) {
        jdbc.update(
                "delete from digests where member_id = ? and organization_id = ?",
                actor.memberId().value(),
                actor.organization().value());
    }

    List<Reader> after(long memberId, int most) {
        return jdbc.query(
                READERS,
                (row, number) -> new Reader(
                        new Actor.Member(
                                new OrganizationId(row.getLong(1)),
                                new MemberId(row.getLong(2)),
                                new Roles(row.getString(3))),
                        row.getString(4),
                        Locale.forLanguageTag(row.getString(5)),
                        row.getString(6),
                        ZoneId.of(row.getString(7)),
                        Optional.ofNullable(row.getDate(8)).map(Date::toLocalDate)),
                memberId,
                most);
    }

    /** False when another server has taken it, or it has left. */
    boolean take(Reader reader, LocalDate monday) {
        return jdbc.update(
                        "update digests set sent_for = ? where member_id = ? and (sent_for is null or sent_for < ?)",
                        monday,
                        reader.actor().memberId().value(),
                        monday)
                == 1;
    }

    /** It did not leave: as it was before. */
    void giveBack(Reader reader, LocalDate monday) {
        jdbc.update(
                "update digests set sent_for = ? where member_id = ? and sent_for = ?",
                reader.sentFor().orElse(null),
                reader.actor().memberId().value(),
                monday);
    }
}
