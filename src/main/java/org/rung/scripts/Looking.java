package org.rung.scripts;

import org.rung.common.Actor;
import org.rung.common.Permission;

/** Who may look at campaigns and scripts: whoever makes them, and whoever follows the conversations. */
public final class Looking {
    private Looking() {}

    public static void must(Actor actor) {
        if (!actor.may(Permission.RUN_CAMPAIGNS) && !actor.may(Permission.WRITE_SCRIPTS))
            actor.must(Permission.SEE_CONVERSATIONS);
    }
}
