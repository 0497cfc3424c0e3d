package org.rung.alerts;

/** Where the screens of this room live. */
public final class AlertPaths {
    public static final String ALERTS = "alerts";

    private AlertPaths() {}
}
