package org.rung.merging;

import java.util.Set;
import org.rung.people.Supporter;

/** Two entries that look like one person; the first has been known longer. */
public record Duplicate(Supporter first, Supporter other, Set<Likeness> why) {}
