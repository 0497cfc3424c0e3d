package org.rung.messaging;

/** Where the screens of this room live. */
public final class MessagingPaths {
    public static final String SENDERS = "settings/senders";
    public static final String SIMULATOR = "simulator";

    private MessagingPaths() {}
}
