package org.rung.charts;

import java.util.List;

/** A row of a chart's table: what it is about (two names where it leads from one to the other), and a number a column. */
public record ChartRow(List<String> names, List<Amount> amounts) {
    public ChartRow {
        names = List.copyOf(names);
        amounts = List.copyOf(amounts);
    }

    public ChartRow(String name, List<Amount> amounts) {
        this(List.of(name), amounts);
    }
}
