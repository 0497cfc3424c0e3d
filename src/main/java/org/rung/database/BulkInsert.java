package org.rung.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One insert of many rows, written as text while its rows are named: the driver's batches cost the client more.
 * Nothing of a value can end its literal: what is not plain is written as hexadecimal digits.
 */
public final class BulkInsert {
    /** Well below what either server takes in one packet. */
    private static final int LONGEST = 2_000_000;

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("''uuuu-MM-dd HH:mm:ss.SSSSSS''");

    /** Puts the cells of one row. */
    public interface Cells<T> {
        void put(BulkInsert into, T row);
    }

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean fresh;

    private BulkInsert() {}

    /** In the caller's transaction; nothing for no rows. */
    public static <T> void all(DSLContext database, String head, Collection<? extends T> rows, Cells<T> cells) {
        if (!rows.isEmpty()) database.connection(connection -> send(connection, head, rows, cells, ""));
    }

    /**
     * @param head up to and with the word values
     * @param tail what follows the rows, such as on duplicate key update
     * @return how many rows the server counts as changed
     */
    public static <T> long send(
            Connection connection, String head, Iterable<? extends T> rows, Cells<T> cells, String tail)
            throws SQLException {
        long changed = 0;
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            var insert = new BulkInsert();
            for (var row : rows) {
                insert.text.append(insert.text.isEmpty() ? head : ",").append('(');
                insert.fresh = true;
                cells.put(insert, row);
                insert.text.append(')');
                if (insert.text.length() > LONGEST) changed += statement.executeLargeUpdate(insert.ended(tail));
            }
            if (!insert.text.isEmpty()) changed += statement.executeLargeUpdate(insert.ended(tail));
        } catch (SQLException broken) {
            // The rows stand in the text, and the server quotes them.
            throw Quiet.of(broken);
        }
        return changed;
    }

    public BulkInsert number(@Nullable Long number) {
        next();
        if (number == null) text.append("null");
        else text.append(number.longValue());
        return this;
    }

    public BulkInsert words(@Nullable String words) {
        next();
        literal(text, words);
        return this;
    }

    /** In UTC, to the microsecond. */
    public BulkInsert instant(Instant instant) {
        return same(literal(instant));
    }

    /** A cell that was written by {@link #literal} before, for what all rows share. */
    public BulkInsert same(String literal) {
        next();
        text.append(literal);
        return this;
    }

    public static String literal(Instant instant) {
        return MICROS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    public static String literal(@Nullable String words) {
        var into = new StringBuilder();
        literal(into, words);
        return into.toString();
    }

    private static void literal(StringBuilder text, @Nullable String words) {
        if (words == null) {
            text.append("null");
            return;
        }
        int before = text.length();
        text.append('\'');
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            // A backslash means itself or not, by the mode of the server.
            if (letter < ' ' || letter > '~' || letter == '\\') {
                text.setLength(before);
                text.append("_utf8mb4 x'")
                        .append(HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8)))
                        .append('\'');
                return;
            }
            if (letter == '\'') text.append('\'');
            text.append(letter);
        }
        text.append('\'');
    }

    private void next() {
        if (!fresh) text.append(',');
        fresh = false;
    }

    private String ended(String tail) {
        var whole = text.append(tail).toString();
        text.setLength(0);
        return whole;
    }
}
