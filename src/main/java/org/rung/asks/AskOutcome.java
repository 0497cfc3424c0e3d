package org.rung.asks;

/** How an ask ended. */
public enum AskOutcome {
    OPEN,
    ACCEPTED,
    DECLINED,
    SILENT,
    OVERRIDDEN
}
