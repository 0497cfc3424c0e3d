package org.rung.senders;

/** The error table for tests that need no house. */
public final class ErrorTables {
    private ErrorTables() {}

    public static ErrorTable ofTheHouse() {
        return new ErrorTable();
    }
}
