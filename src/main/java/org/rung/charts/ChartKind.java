package org.rung.charts;

/** How a chart is drawn. What cannot be drawn well is a table alone. */
public enum ChartKind {
    /** Columns stacked on each other over time. */
    AREA,
    LINES,
    BARS,
    /** Rows lead from their first name to their second. */
    FLOW,
    TABLE
}
