package org.rung.help;

/** Where the screens of this room live. */
public final class HelpPaths {
    public static final String HELP = "help";

    private HelpPaths() {}
}
