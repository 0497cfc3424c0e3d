package org.rung.exchange;

/** Why rows were not taken, how many, and the line of the file where it happened first. */
public record RejectReason(Why reason, long rows, long firstLine) {}
