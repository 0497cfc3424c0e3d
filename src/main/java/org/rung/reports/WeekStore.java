package org.rung.reports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** A week of what was counted, in two statements. */
@Repository
class WeekStore {
    private static final String SUMS = """
            select
              (select coalesce(sum(number), 0) from report_people where organization_id = ? and day >= ? and day < ?),
              (select coalesce(sum(m.number), 0) from report_moves m join ladders l on l.ladder_id = m.ladder_id
                where m.organization_id = ? and m.day >= ? and m.day < ? and l.kind = 'COMMITMENT'
                 and m.to_position > m.from_position),
              (select coalesce(sum(m.number), 0) from report_moves m join ladders l on l.ladder_id = m.ladder_id
                where m.organization_id = ? and m.day >= ? and m.day < ? and l.kind = 'COMMITMENT'
                 and m.to_position < m.from_position),
              (select coalesce(sum(firsts), 0) from report_texts where organization_id = ? and day >= ? and day < ?),
              (select coalesce(sum(texts), 0) from report_texts where organization_id = ? and day >= ? and day < ?),
              (select coalesce(sum(number), 0) from report_promises where organization_id = ? and day >= ? and day < ?
                 and state = 'KEPT'),
              (select coalesce(sum(number), 0) from report_promises where organization_id = ? and day >= ? and day < ?
                 and state = 'BROKEN')
            """;
    private static final int SUM_COUNT = 7;

    private final JdbcTemplate jdbc;

    WeekStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Week of(OrganizationId organizationId, LocalDate monday) {
        var until = monday.plusWeeks(1);
        Map<Integer, Long> waits = new HashMap<>();
        jdbc.query(
                "select step, sum(number) from report_waits where organization_id = ? and day >= ? and day < ? group by step",
                row -> {
                    waits.put(row.getInt(1), row.getLong(2));
                },
                organizationId.value(),
                monday,
                until);
        var arguments = new Object[SUM_COUNT * 3];
        for (int sum = 0; sum < SUM_COUNT; sum++) {
            arguments[3 * sum] = organizationId.value();
            arguments[3 * sum + 1] = monday;
            arguments[3 * sum + 2] = until;
        }
        return Objects.requireNonNull(jdbc.queryForObject(
                SUMS,
                (row, number) -> new Week(
                        monday,
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        WaitStep.minutes(waits, 0.5)),
                arguments));
    }
}
