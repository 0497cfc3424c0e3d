package org.rung.ladder;

import java.util.Optional;

/** A step of a ladder. Without a rule it is reached by hand only (or is the lowest), and does not fade. */
public record Rung(RungId rungId, int position, String name, String blurb, Optional<Rule> rule) {}
