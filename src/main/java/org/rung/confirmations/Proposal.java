package org.rung.confirmations;

import java.time.Instant;
import java.util.List;
import org.rung.ladder.LadderId;
import org.rung.ladder.Proof;
import org.rung.ladder.RungId;
import org.rung.people.SupporterId;

/**
 * Someone who meets the rule of a rung that a member confirms.
 *
 * @param stands the rung that they stand on
 * @param at when the newest evidence happened
 * @param until when the rule ceases to hold if nothing more happens
 * @param evidence what meets it, oldest first
 */
public record Proposal(
        LadderId ladderId,
        RungId rungId,
        SupporterId supporterId,
        String name,
        int position,
        String rung,
        String stands,
        Instant at,
        Instant until,
        List<Proof> evidence) {
    Proposal by(List<Proof> proofs) {
        return new Proposal(ladderId, rungId, supporterId, name, position, rung, stands, at, until, proofs);
    }
}
