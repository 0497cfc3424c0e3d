package org.rung.reports;

/** Where the screens of this room live. */
public final class ReportsPaths {
    public static final String REPORTS = "reports";
    public static final String FIGURE = REPORTS + "/:figure?";
    /** Another room's page about the same. */
    public static final String BY_MAIL = REPORTS + "/by-mail";

    public static final String CSV = "/exports/reports/{figure}.csv";

    private ReportsPaths() {}

    public static String of(Figure figure) {
        return figure == Figure.LADDER ? REPORTS : REPORTS + "/" + figure.word();
    }
}
