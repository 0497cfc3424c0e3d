package org.rung.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.charts.Chart;

/**
 * A page of figures.
 *
 * @param wholeAt when everything was counted last; empty before the first time
 * @param latelyAt when the last days were counted last
 */
public record Report(Figure figure, List<Chart> charts, Optional<Instant> wholeAt, Optional<Instant> latelyAt) {
    public Report {
        charts = List.copyOf(charts);
    }
}
