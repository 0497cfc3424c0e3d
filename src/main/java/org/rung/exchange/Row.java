package org.rung.exchange;

import java.util.List;

/** A row of a file and the line where it starts. */
record Row(long line, List<String> cells) {}
