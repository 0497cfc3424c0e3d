package org.rung.senders;

import org.rung.common.Problem;

/**
 * The sender that takes over while another cannot send.
 *
 * @param afterMinutes how long its provider must be silent first; an account's fault counts at once
 */
public record Failover(SenderId senderId, int afterMinutes) {
    public Failover {
        if (afterMinutes < 1 || afterMinutes > 240) {
            throw new Problem.Invalid("afterMinutes", "problem.from-to", 1, 240);
        }
    }
}
