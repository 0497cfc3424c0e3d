package org.rung.exchange;

import java.util.List;

/** A row that was not taken: the line of the file where it starts, why, and its cells. */
record Reject(long line, Why reason, List<String> cells) {}
