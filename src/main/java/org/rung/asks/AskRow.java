package org.rung.asks;

import java.util.Map;

/**
 * An ask in the library.
 *
 * @param taken how many promised it and have not failed or been released
 * @param chances how people on each of its rungs answer such an ask, by position
 */
public record AskRow(Ask ask, int taken, boolean retired, Map<Integer, Chance> chances) {}
