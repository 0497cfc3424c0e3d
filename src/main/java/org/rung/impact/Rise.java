package org.rung.impact;

/** How many people rose to this rung through a member. */
public record Rise(boolean giving, int position, String rung, int people) {}
