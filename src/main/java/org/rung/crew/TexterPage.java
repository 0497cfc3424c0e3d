package org.rung.crew;

import java.time.Instant;
import java.util.List;

/**
 * Texters as they are at one moment, those who are late and for whom somebody waits longest first.
 *
 * @param more whether there are others after these
 */
public record TexterPage(List<TexterRow> rows, boolean more, TexterCounts counts, Instant at) {}
