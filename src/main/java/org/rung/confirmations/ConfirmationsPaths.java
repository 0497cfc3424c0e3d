package org.rung.confirmations;

import org.rung.ladder.LadderPaths;

/** Where the screen of this room lives. */
public final class ConfirmationsPaths {
    public static final String CONFIRM = LadderPaths.CONFIRM;

    private ConfirmationsPaths() {}
}
