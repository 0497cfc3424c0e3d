package org.rung.impact;

/** Where the screens of this room live. */
public final class ImpactPaths {
    public static final String IMPACT = "impact";
    public static final String SETTINGS = "settings/impact";

    private ImpactPaths() {}
}
