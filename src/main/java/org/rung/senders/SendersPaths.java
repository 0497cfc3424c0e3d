package org.rung.senders;

/** Where the screens of this room live. */
public final class SendersPaths {
    public static final String SENDERS = "settings/senders";
    public static final String SIMULATOR = "simulator";

    private SendersPaths() {}
}
