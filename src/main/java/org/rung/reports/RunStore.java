package org.rung.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Up to when each organization is counted. */
@Repository
class RunStore {
    private final JdbcTemplate jdbc;

    RunStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Run(OrganizationId organizationId, ZoneId zone, Optional<Instant> wholeAt, Optional<Instant> latelyAt) {}

    /** Those after that one, in the order of their ids. */
    List<Run> after(long organizationId, int most) {
        return jdbc.query(
                "select o.organization_id, o.zone, r.whole_at, r.lately_at from organizations o"
                        + " left join report_runs r on r.organization_id = o.organization_id"
                        + " where o.organization_id > ? order by o.organization_id limit ?",
                (row, number) -> run(row),
                organizationId,
                most);
    }

    Optional<Run> of(OrganizationId organizationId) {
        return after(organizationId.value() - 1, 1).stream()
                .filter(run -> run.organizationId().equals(organizationId))
                .findFirst();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(new OrganizationId(row.getLong(1)), ZoneId.of(row.getString(2)), at(row, 3), at(row, 4));
    }

    private static Optional<Instant> at(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /** Until the transaction ends nobody else counts this organization: two who did would count everything twice. */
    void hold(OrganizationId organizationId) {
        jdbc.update(
                "insert ignore into report_runs (organization_id, lately_at) values (?, '1970-01-01 00:00:00')",
                organizationId.value());
        jdbc.queryForList(
                "select organization_id from report_runs where organization_id = ? for update", organizationId.value());
    }

    void counted(OrganizationId organizationId, boolean whole, Instant now) {
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        jdbc.update(
                "insert into report_runs (organization_id, whole_at, lately_at) values (?, ?, ?)"
                        + " on duplicate key update lately_at = values(lately_at)"
                        + (whole ? ", whole_at = values(whole_at)" : ""),
                organizationId.value(),
                whole ? at : null,
                at);
    }
}
