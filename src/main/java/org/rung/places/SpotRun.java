package org.rung.places;

/** Spots from the first to the last, both included. */
public record SpotRun(long first, long last) {}
