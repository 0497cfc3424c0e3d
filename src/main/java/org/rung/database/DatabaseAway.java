package org.rung.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

/** Whether something broke because the database could not be reached: whoever asked may ask again in a moment. */
public final class DatabaseAway {
    /** The class of SQL states that speak of the connection. */
    private static final String CONNECTION = "08";

    private DatabaseAway() {}

    public static boolean because(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException broken && lost(broken));
    }

    private static boolean lost(SQLException broken) {
        return broken instanceof SQLTransientConnectionException
                || (broken.getSQLState() != null && broken.getSQLState().startsWith(CONNECTION));
    }
}
