package org.rung.bulk;

/** Where the screens and files of this room live. */
public final class BulkPaths {
    public static final String BULK = "bulk";

    private BulkPaths() {}

    /** GET streams the people of an export as CSV, for whoever is signed in and may export. */
    public static String file(BulkJobId bulkJobId) {
        return "exports/people/" + bulkJobId.text() + ".csv";
    }
}
