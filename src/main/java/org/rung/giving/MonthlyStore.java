package org.rung.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.database.Batch;
import org.rung.people.SupporterId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Standing gifts: payments with one key. */
@Repository
class MonthlyStore {
    private final JdbcTemplate jdbc;

    MonthlyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest payment of each, the latest first.
     *
     * @param since who paid nothing from then on is no monthly giver any more
     * @param late before which a latest payment is late
     */
    List<MonthlyRow> page(
            OrganizationId organizationId,
            Instant since,
            Instant late,
            boolean onlyLate,
            Optional<Page.Place> after,
            int limit) {
        List<Object> given = new ArrayList<>(List.of(organizationId.value(), Batch.utc(since)));
        String which = "";
        if (onlyLate) {
            which += " and g.given_at < ?";
            given.add(Batch.utc(late));
        }
        if (after.isPresent()) {
            which += " and (g.given_at < ? or g.given_at = ? and g.gift_id < ?)";
            given.add(Batch.utc(after.get().at()));
            given.add(Batch.utc(after.get().at()));
            given.add(after.get().id());
        }
        given.add(limit);
        return jdbc.query(
                "select g.gift_id, g.supporter_id, coalesce(s.first_name, g.giver_first_name),"
                        + " coalesce(s.last_name, g.giver_last_name), g.currency, g.given_minor, g.given_at, g.payments"
                        + " from (select gift_id, supporter_id, giver_first_name, giver_last_name, currency,"
                        + " given_minor, given_at, count(*) over (partition by monthly_key) payments,"
                        + " row_number() over (partition by monthly_key order by given_at desc, gift_id desc) nth"
                        + " from gifts where organization_id = ? and monthly_key is not null and given_at >= ?"
                        + " and back_minor < given_minor) g"
                        + " left join supporters s on s.supporter_id = g.supporter_id where g.nth = 1" + which
                        + " order by g.given_at desc, g.gift_id desc limit ?",
                (row, number) -> row(row, late),
                given.toArray());
    }

    private static MonthlyRow row(ResultSet row, Instant late) throws SQLException {
        long supporter = row.getLong(2);
        Optional<SupporterId> who = row.wasNull() ? Optional.empty() : Optional.of(new SupporterId(supporter));
        Instant at = row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new MonthlyRow(
                new GiftId(row.getLong(1)),
                who,
                (row.getString(3) + " " + row.getString(4)).strip(),
                row.getString(5),
                row.getLong(6),
                at,
                row.getLong(8),
                at.isBefore(late));
    }
}
