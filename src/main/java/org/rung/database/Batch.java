package org.rung.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jooq.DSLContext;

/** One statement for many rows, in one round trip to the server. */
public final class Batch {
    /** Binds the values of one row. */
    public interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private Batch() {}

    /** In the caller's transaction; nothing for no rows. */
    public static <T> void run(DSLContext database, String sql, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) return;
        database.connection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var row : rows) {
                    binder.bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** An instant as columns keep it. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
