package org.rung.ladder;

/** How an ask ended. */
public enum AskOutcome {
    OPEN,
    ACCEPTED,
    DECLINED,
    SILENT,
    OVERRIDDEN
}
