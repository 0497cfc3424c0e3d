package org.rung.commitments;

import org.rung.common.Problem;
import org.rung.common.Written;

/**
 * What is said to have become of a promise, by somebody who saw it in some state. An open one is confirmed, kept or
 * released; what was said so can be taken back.
 *
 * @param reason why they are released, 1 to 320 characters; else empty
 * @param key made where it is pressed: the same one again turns nothing
 */
public record Turn(CommitmentState from, CommitmentState to, String reason, String key) {
    public Turn {
        boolean saying = from.open() && to != CommitmentState.BROKEN;
        boolean takingBack = (from == CommitmentState.KEPT || from == CommitmentState.RELEASED) && to.open();
        if (from == to || !(saying || takingBack)) throw new Problem.Invalid("state", "problem.promise-turn");
        reason = to == CommitmentState.RELEASED ? Written.reason(reason) : "";
        Written.onceKey(key);
    }
}
