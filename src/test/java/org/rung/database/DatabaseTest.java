package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class DatabaseTest {

    @Autowired
    DSLContext database;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Test
    void migrations_are_applied_when_the_house_starts() {
        var applied = database.fetchValue("select count(*) from flyway_schema_history where success");

        assertThat(((Number) applied).intValue()).isPositive();
    }

    @Test
    void one_dialect_serves_both_servers() {
        assertThat(database.dialect()).isEqualTo(SQLDialect.MYSQL);
    }

    @Test
    void a_transaction_sees_what_others_committed_meanwhile() {
        var level = database.connectionResult(java.sql.Connection::getTransactionIsolation);

        assertThat(level).isEqualTo(java.sql.Connection.TRANSACTION_READ_COMMITTED);
    }

    @Test
    void the_session_lives_in_utc() {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
        assertThat(database.fetchValue("select timediff(now(), utc_timestamp())"))
                .hasToString("00:00:00");
    }

    @Test
    void a_long_list_of_ids_is_looked_up_and_never_made_a_table() {
        String thousands = IntStream.range(0, 2_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

        var plan =
                database.fetch("explain format=traditional select action_id from actions force index (actions_occasion)"
                        + " where occasion_id in (" + thousands + ")");

        assertThat(plan).hasSize(1);
        assertThat(plan.getFirst().get("key")).isEqualTo("actions_occasion");
    }

    @Test
    void the_clock_moves_only_when_it_is_ticked() {
        var before = clock.instant();

        testClock.tick(Duration.ofMinutes(5));

        assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofMinutes(5));
    }
}
