package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a caller of JDBC sees is as ever; what the server is told is less. */
@RungTest
class PatientConnectionTest {
    @Autowired
    DataSource pool;

    private Connection connection;

    @BeforeEach
    void borrow() throws SQLException {
        connection = pool.getConnection();
        run("create temporary table kept (n int primary key)");
    }

    @AfterEach
    void giveBack() throws SQLException {
        connection.setAutoCommit(true);
        run("drop temporary table kept");
        connection.close();
    }

    @Test
    void a_transaction_costs_its_statements_and_its_commit() throws SQLException {
        transaction(() -> run("insert into kept values (1)"));
        long before = told();
        for (int i = 2; i < 12; i++) {
            int n = i;
            transaction(() -> run("insert into kept values (" + n + ")"));
        }
        // Off once, on again to ask, and the question itself.
        assertThat(told() - before).isEqualTo(10 * 2 + 3);
    }

    @Test
    void a_transaction_without_a_statement_costs_nothing() throws SQLException {
        long before = told();
        transaction(() -> {});
        assertThat(told() - before).isEqualTo(1);
    }

    @Test
    void what_is_written_after_a_transaction_is_kept_at_once() throws SQLException {
        transaction(() -> run("insert into kept values (1)"));
        run("insert into kept values (2)");
        connection.setAutoCommit(false);
        connection.rollback();
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void what_is_rolled_back_is_gone() throws SQLException {
        connection.setAutoCommit(false);
        run("insert into kept values (1)");
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(kept()).isZero();
    }

    @Test
    void a_rollback_to_a_savepoint_keeps_what_came_before() throws SQLException {
        connection.setAutoCommit(false);
        run("insert into kept values (1)");
        var here = connection.setSavepoint("here");
        run("insert into kept values (2)");
        connection.rollback(here);
        connection.commit();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void auto_commit_turned_on_keeps_what_was_begun() throws SQLException {
        connection.setAutoCommit(false);
        run("insert into kept values (1)");
        connection.setAutoCommit(true);
        connection.setAutoCommit(false);
        connection.rollback();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void a_kept_statement_is_prepared_on_the_server_once_and_others_never() throws SQLException {
        assertThat(asked(KeptStatement.MARK + "select 40 + ?")).isEqualTo(42);
        long before = prepared();
        for (int i = 0; i < 3; i++) {
            assertThat(asked(KeptStatement.MARK + "select 40 + ?")).isEqualTo(42);
            assertThat(asked("select 40 + ?")).isEqualTo(42);
        }
        assertThat(prepared()).isEqualTo(before);
        assertThat(before).isPositive();
    }

    private long asked(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, 2);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long prepared() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show session status like 'Com_stmt_prepare'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void transaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        work.run();
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int kept() throws SQLException {
        return (int) number("select count(*) from kept");
    }

    /** Of this session alone: others may be at work. */
    private long told() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show session status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
