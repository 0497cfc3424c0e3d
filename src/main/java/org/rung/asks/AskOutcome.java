package org.rung.asks;

/** How an ask ended; LAPSED: they wrote back, and for a month nobody wrote down whether that was a yes or a no. */
public enum AskOutcome {
    OPEN,
    ACCEPTED,
    DECLINED,
    SILENT,
    LAPSED,
    OVERRIDDEN
}
