package org.rung.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/** Whether something broke because the database could not be reached: whoever asked may ask again in a moment. */
public final class DatabaseAway {
    /** The class of SQL states that speak of the connection. */
    private static final String CONNECTION = "08";

    private DatabaseAway() {}

    public static boolean because(Throwable thrown) {
        // Spring names the rollback that failed, not why there was one, and the pool says only that its connection is
        // closed.
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException broken && lost(broken)
                        || cause instanceof TransactionSystemException && cause.getCause() instanceof SQLException);
    }

    private static boolean lost(SQLException broken) {
        return broken instanceof SQLTransientConnectionException
                || (broken.getSQLState() != null && broken.getSQLState().startsWith(CONNECTION));
    }
}
