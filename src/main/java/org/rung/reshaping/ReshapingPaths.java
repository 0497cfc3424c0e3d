package org.rung.reshaping;

import org.rung.ladder.LadderId;
import org.rung.ladder.LadderPaths;

/** Where the screens of this room live. */
public final class ReshapingPaths {
    public static final String RULES = LadderPaths.RULES;

    public static final String PREVIEW = LadderPaths.LADDER + "/preview/:run";

    private ReshapingPaths() {}

    public static String rules(LadderId ladderId) {
        return RULES + "?ladder=" + ladderId.text();
    }

    public static String preview(LadderRunId runId) {
        return LadderPaths.LADDER + "/preview/" + runId.text();
    }
}
