package org.rung.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of days made anew for some of them.
 *
 * @param table whose column day it is
 * @param insert a statement that groups by {@link #DAY}; its first three places are the seconds from UTC, and its last two
 *     from when and until when
 */
record RecountStore(String table, String insert) {
    /** A moment's day where the organization is; its one place takes the seconds from UTC. */
    static String day(String column) {
        return "date(date_add(" + column + ", interval ? second))";
    }

    /** The days from the first until the last, which is not included. */
    void days(
            JdbcTemplate jdbc,
            OrganizationId organizationId,
            LocalDate first,
            LocalDate last,
            List<Stretch> stretches,
            List<Object> between) {
        jdbc.update(
                "delete from " + table + " where organization_id = ? and day >= ? and day < ?",
                organizationId.value(),
                first,
                last);
        for (var stretch : stretches) {
            List<Object> arguments = new ArrayList<>();
            arguments.add(organizationId.value());
            arguments.add(stretch.offsetSeconds());
            arguments.addAll(between);
            arguments.add(LocalDateTime.ofInstant(stretch.from(), ZoneOffset.UTC));
            arguments.add(LocalDateTime.ofInstant(stretch.until(), ZoneOffset.UTC));
            jdbc.update(insert, arguments.toArray());
        }
    }
}
