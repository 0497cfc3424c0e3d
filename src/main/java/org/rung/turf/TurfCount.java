package org.rung.turf;

/** How many people are in a cut, and how many different numbers of theirs could be texted now. */
public record TurfCount(long people, long textable) {}
