package org.rung.exchange;

/** Where the screens and files of this room live. */
public final class ExchangePaths {
    public static final String IMPORTS = "imports";
    /** GET streams everyone as CSV, for whoever is signed in and may export. */
    public static final String EXPORT = "exports/supporters.csv";

    /** GET streams every number that may not be texted. */
    public static final String SUPPRESSED = "exports/do-not-text.csv";

    /** GET gives the board's numbers as CSV; {@code ?days=} as on the board. */
    public static final String LADDER = "exports/ladder.csv";

    private ExchangePaths() {}

    public static String importing(ImportId importId) {
        return IMPORTS + "/" + importId.text();
    }

    /** GET gives the rejected rows as CSV. */
    public static String rejects(ImportId importId) {
        return "exports/imports/" + importId.text() + "/rejects.csv";
    }
}
