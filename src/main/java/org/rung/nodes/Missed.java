package org.rung.nodes;

/** Announced when news of other nodes may have been lost on their way: whoever shows or remembers something looks once more. */
public record Missed() {}
