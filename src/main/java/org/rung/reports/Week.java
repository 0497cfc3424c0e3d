package org.rung.reports;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Seven days in some numbers.
 *
 * @param monday its first day
 * @param medianWait how many minutes half of those who wrote waited at most for an answer; empty where nobody did
 */
public record Week(
        LocalDate monday,
        long came,
        long rose,
        long fell,
        long firsts,
        long texts,
        long kept,
        long broken,
        Optional<Double> medianWait) {

    /** Nothing that anyone would want to read about. */
    public boolean quiet() {
        return came + rose + fell + texts + kept + broken == 0;
    }
}
