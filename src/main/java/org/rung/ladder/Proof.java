package org.rung.ladder;

import java.time.Instant;

/**
 * One piece of evidence of a move, copied from what cannot change.
 *
 * @param kind ACTION or COMMITMENT, whose id it is
 * @param of the type of action or the family of the commitment
 */
public record Proof(String kind, String id, String of, Instant at, long quantity) {}
