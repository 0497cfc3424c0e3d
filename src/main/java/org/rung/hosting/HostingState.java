package org.rung.hosting;

/** Whether somebody hosts one under an umbrella: asked, applied, and what was decided. */
public enum HostingState {
    ASKED,
    APPLIED,
    APPROVED,
    DECLINED
}
