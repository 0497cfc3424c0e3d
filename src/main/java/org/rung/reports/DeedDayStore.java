package org.rung.reports;

import java.time.LocalDate;
import java.util.List;
import org.rung.commitments.AskFamily;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What people did by day, with the money they gave, and which promises were settled. */
@Repository
class DeedDayStore {
    private static final RecountStore DEEDS =
            new RecountStore("report_deeds", """
            insert into report_deeds (organization_id, day, type, currency, number, amount_minor)
            select ?, %s d, type, coalesce(currency, '') c, count(*), coalesce(sum(amount_minor), 0)
            from actions
            where organization_id = ? and voided_at is null and happened_at >= ? and happened_at < ?
            group by d, type, c
            on duplicate key update number = report_deeds.number + values(number),
              amount_minor = report_deeds.amount_minor + values(amount_minor)
            """.formatted(RecountStore.day("happened_at")));

    private static final RecountStore PROMISES =
            new RecountStore("report_promises", """
            insert into report_promises (organization_id, day, family, state, number)
            select ?, %s d, family, state, count(*)
            from commitments
            where organization_id = ? and settled_at >= ? and settled_at < ? and state in ('KEPT', 'BROKEN', 'RELEASED')
            group by d, family, state
            on duplicate key update number = report_promises.number + values(number)
            """.formatted(RecountStore.day("settled_at")));

    private final JdbcTemplate jdbc;

    DeedDayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void recount(OrganizationId organizationId, LocalDate first, LocalDate last, List<Stretch> stretches) {
        var here = organizationId.value();
        DEEDS.days(jdbc, organizationId, first, last, stretches, List.of(here));
        PROMISES.days(jdbc, organizationId, first, last, stretches, List.of(here));
    }

    record Given(LocalDate step, String currency, long gifts, long minor) {}

    List<Given> given(OrganizationId organizationId, Grain grain, LocalDate first) {
        return jdbc.query(
                "select " + grain.sql + " step, currency, sum(number), sum(amount_minor) from report_deeds"
                        + " where organization_id = ? and day >= ? and type = 'GAVE' and currency <> ''"
                        + " group by step, currency order by currency, step",
                (row, number) ->
                        new Given(row.getObject(1, LocalDate.class), row.getString(2), row.getLong(3), row.getLong(4)),
                organizationId.value(),
                first);
    }

    record Settled(LocalDate step, AskFamily family, String state, long number) {}

    List<Settled> settled(OrganizationId organizationId, Grain grain, LocalDate first) {
        return jdbc.query(
                "select " + grain.sql + " step, family, state, sum(number) from report_promises"
                        + " where organization_id = ? and day >= ? group by step, family, state",
                (row, number) -> new Settled(
                        row.getObject(1, LocalDate.class),
                        AskFamily.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getLong(4)),
                organizationId.value(),
                first);
    }

    record Hosts(LocalDate step, long number) {}

    /** Who held an event for the first time; few enough that they are counted as they are. */
    List<Hosts> newHosts(OrganizationId organizationId, Grain grain, LocalDate first, int offsetSeconds) {
        return jdbc.query(
                "select " + grain.sql + " step, count(*) from (select supporter_id, "
                        + RecountStore.day("min(happened_at)")
                        + " day from actions where organization_id = ? and type = 'HOSTED' and voided_at is null"
                        + " group by supporter_id) firsts where day >= ? group by step",
                (row, number) -> new Hosts(row.getObject(1, LocalDate.class), row.getLong(2)),
                offsetSeconds,
                organizationId.value(),
                first);
    }
}
