package org.rung.campaigns;

/**
 * How many segments a first text takes on average, and for how many real people it was put together; picture: it leaves
 * with one, and so counts as one.
 */
public record SegmentSample(int people, double each, boolean picture) {}
