package org.rung.reshaping;

import org.rung.ladder.Reason;
import org.rung.people.SupporterId;

/**
 * Someone whom a draft would move.
 *
 * @param stands where they stand today, as the ladder of today counts
 * @param to where they would stand, as the draft counts
 * @param reason why they would stand there
 */
public record RunPerson(SupporterId supporterId, String name, int stands, int to, Reason reason) {}
