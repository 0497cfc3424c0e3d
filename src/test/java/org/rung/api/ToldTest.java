package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class ToldTest {
    @Test
    void while_the_database_is_away_a_program_is_told_to_ask_again() {
        assertThat(status(
                        new CannotCreateTransactionException("", new SQLTransientConnectionException("no connection"))))
                .isEqualTo(503);
        assertThat(status(new DataAccessResourceFailureException("", new SQLException("broke off", "08S01"))))
                .isEqualTo(503);
        assertThat(status(new TransactionSystemException(
                        "JDBC rollback failed", new SQLException("Connection is closed"))))
                .isEqualTo(503);
    }

    @Test
    void nobody_is_told_that_nothing_was_stored_when_the_answer_to_a_commit_was_lost() {
        var lost = new TransactionSystemException("", new SQLException("broke off", "08007"));
        assertThat(Told.of(lost, Locale.ENGLISH).detail())
                .contains("is not known")
                .contains("requestId")
                .doesNotContain("nothing was stored");
    }

    @Test
    void what_is_our_fault_stays_our_fault() {
        assertThat(status(new IllegalStateException("", new SQLException("no such column", "42S22"))))
                .isEqualTo(500);
    }

    private static int status(Exception thrown) {
        return Told.of(thrown, Locale.ENGLISH).status();
    }
}
