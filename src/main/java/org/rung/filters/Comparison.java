package org.rung.filters;

/** How a line holds its values against a person. Which of them a line may use, its {@link Criterion} says. */
public enum Comparison {
    /** Is one of the values. */
    IS,
    LESS,
    MORE,
    BEFORE,
    AFTER,
    /** In so many days until now. */
    WITHIN,
    /** On one of the days of a {@link DaySpan}. */
    DURING
}
