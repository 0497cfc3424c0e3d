package org.rung.campaigns;

/** How many segments a first text takes on average, and for how many real people it was put together. */
public record SegmentSample(int people, double each) {}
