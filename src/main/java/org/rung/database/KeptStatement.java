package org.rung.database;

/**
 * Statements that run a thousand times a second, word for word the same: those that begin with the mark are prepared on
 * the server once a connection, which saves it a quarter of its work. Not for what is put together anew each time: it
 * would cost another trip and room on the server.
 */
public final class KeptStatement {
    public static final String MARK = "/* kept */ ";

    private KeptStatement() {}
}
