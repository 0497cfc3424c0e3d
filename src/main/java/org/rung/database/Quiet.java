package org.rung.database;

import java.sql.DataTruncation;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import org.jspecify.annotations.Nullable;
import org.rung.common.Unsaid;

/** What the server says went wrong, without the values that it quotes: its own words would carry names and numbers into logs. */
final class Quiet {
    private Quiet() {}

    /** Of the same kind, so that whoever translates it still knows a duplicate from a deadlock. */
    static SQLException of(SQLException said) {
        if (quiet(said) && quiet(said.getCause())) {
            return said;
        }
        String words = said.getMessage() == null ? "" : Unsaid.of(said.getMessage());
        SQLException quiet =
                switch (said) {
                    case SQLIntegrityConstraintViolationException broken ->
                        new SQLIntegrityConstraintViolationException(words, said.getSQLState(), said.getErrorCode());
                    case DataTruncation cut -> new SQLDataException(words, said.getSQLState(), said.getErrorCode());
                    case SQLDataException wrong -> new SQLDataException(words, said.getSQLState(), said.getErrorCode());
                    case SQLSyntaxErrorException wrong ->
                        new SQLSyntaxErrorException(words, said.getSQLState(), said.getErrorCode());
                    default -> new SQLException(words, said.getSQLState(), said.getErrorCode());
                };
        quiet.setStackTrace(said.getStackTrace());
        return quiet;
    }

    private static boolean quiet(@Nullable Throwable one) {
        return one == null
                || one.getMessage() == null
                || Unsaid.of(one.getMessage()).equals(one.getMessage());
    }
}
