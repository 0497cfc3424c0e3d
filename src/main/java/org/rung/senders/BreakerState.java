package org.rung.senders;

/** Whether a provider answers. */
public enum BreakerState {
    /** Texts leave as fast as they may. */
    CLOSED,
    /** It does not answer: nothing leaves but a probe now and then. */
    OPEN,
    /** It answers again: texts leave at a rate that doubles every few seconds. */
    RAMP
}
