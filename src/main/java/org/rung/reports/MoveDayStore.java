package org.rung.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Moves by day, and who came to be known. */
@Repository
class MoveDayStore {
    private static final RecountStore MOVES =
            new RecountStore("report_moves", """
            insert into report_moves (organization_id, ladder_id, day, from_position, to_position, number)
            select ?, ladder_id, %s d, from_position, to_position, count(*)
            from moves
            where organization_id = ? and ladder_id in (select ladder_id from ladders where organization_id = ?)
              and voided_at is null and happened_at >= ? and happened_at < ?
            group by ladder_id, d, from_position, to_position
            on duplicate key update number = report_moves.number + values(number)
            """.formatted(RecountStore.day("happened_at")));

    private static final RecountStore PEOPLE =
            new RecountStore("report_people", """
            insert into report_people (organization_id, day, number)
            select ?, %s d, count(*)
            from supporters
            where organization_id = ? and created_at >= ? and created_at < ?
            group by d
            on duplicate key update number = report_people.number + values(number)
            """.formatted(RecountStore.day("created_at")));

    private final JdbcTemplate jdbc;

    MoveDayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void recountMoves(OrganizationId organizationId, LocalDate first, LocalDate last, List<Stretch> stretches) {
        var here = organizationId.value();
        MOVES.days(jdbc, organizationId, first, last, stretches, List.of(here, here));
    }

    void recountPeople(OrganizationId organizationId, LocalDate first, LocalDate last, List<Stretch> stretches) {
        PEOPLE.days(jdbc, organizationId, first, last, stretches, List.of(organizationId.value()));
    }

    /** Whoever is known and is counted on no day before came today: one walk along an index, for a million. */
    void peopleToday(OrganizationId organizationId, LocalDate today) {
        jdbc.update("""
                insert into report_people (organization_id, day, number)
                select ?, ?, greatest(0, t.known - coalesce(b.before_today, 0))
                from (select count(*) known from supporters where organization_id = ?) t
                cross join (select sum(number) before_today from report_people where organization_id = ? and day < ?) b
                where 1 = 1
                on duplicate key update number = values(number)
                """, organizationId.value(), today, organizationId.value(), organizationId.value(), today);
    }

    /** When the first move happened, and when the first person came to be known, whichever was earlier. */
    Optional<LocalDate> firstDay(OrganizationId organizationId) {
        return Optional.ofNullable(jdbc.queryForObject(
                """
                select least(
                  coalesce((select min(happened_at) from moves where organization_id = ?), '9999-01-01'),
                  coalesce((select created_at from supporters where organization_id = ? order by supporter_id limit 1), '9999-01-01'),
                  coalesce((select min(happened_at) from actions where organization_id = ?), '9999-01-01'))
                """,
                (row, number) -> row.getTimestamp(1).toLocalDateTime().toLocalDate(),
                organizationId.value(),
                organizationId.value(),
                organizationId.value()));
    }

    /** step is empty for all that was before the first one. */
    record Moved(@Nullable LocalDate step, int from, int to, long number) {}

    List<Moved> moved(OrganizationId organizationId, LadderId ladderId, Grain grain, LocalDate first) {
        return jdbc.query(
                "select case when day < ? then null else " + grain.sql + " end step, from_position, to_position,"
                        + " sum(number) from report_moves where organization_id = ? and ladder_id = ?"
                        + " group by step, from_position, to_position",
                (row, number) ->
                        new Moved(row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3), row.getLong(4)),
                first,
                organizationId.value(),
                ladderId.value());
    }

    record Came(@Nullable LocalDate step, long number) {}

    List<Came> came(OrganizationId organizationId, Grain grain, LocalDate first) {
        return jdbc.query(
                "select case when day < ? then null else " + grain.sql
                        + " end step, sum(number) from report_people where organization_id = ? group by step",
                (row, number) -> new Came(row.getObject(1, LocalDate.class), row.getLong(2)),
                first,
                organizationId.value());
    }

    /** Between two days, of which the second is not included. */
    List<Moved> flows(OrganizationId organizationId, LadderId ladderId, LocalDate first, LocalDate last) {
        return jdbc.query(
                "select from_position, to_position, sum(number) from report_moves"
                        + " where organization_id = ? and ladder_id = ? and day >= ? and day < ?"
                        + " group by from_position, to_position order by from_position, to_position",
                (row, number) -> new Moved(first, row.getInt(1), row.getInt(2), row.getLong(3)),
                organizationId.value(),
                ladderId.value(),
                first,
                last);
    }
}
