package org.rung.compliance;

import org.rung.common.Sentence;

/** A row of a file that holds no number, as it was written, and why. */
public record RefusedRow(long line, String written, Sentence reason) {}
