package org.rung.charts;

import java.util.List;

/**
 * Numbers to look at, and the same as a table.
 *
 * @param key names it in a report
 * @param titles headings of the rows' names
 * @param columns headings of their numbers
 * @param tones a look for each column: {@code rung-1} to {@code rung-6}, {@code good}, {@code bad}, {@code warn}, {@code brand}
 */
public record Chart(
        String key,
        ChartKind kind,
        String title,
        String line,
        List<String> titles,
        List<String> columns,
        List<String> tones,
        List<ChartRow> rows) {
    public Chart {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
        tones = List.copyOf(tones);
        rows = List.copyOf(rows);
        for (var row : rows) {
            if (row.names().size() != titles.size() || row.amounts().size() != columns.size())
                throw new IllegalArgumentException("A row of chart " + key + " does not fit its headings");
        }
    }

    public boolean nothing() {
        return rows.stream()
                .flatMap(row -> row.amounts().stream())
                .allMatch(one -> one.value().filter(some -> some.signum() != 0).isEmpty());
    }
}
