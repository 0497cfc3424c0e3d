package org.rung.ladder.ui;

import org.rung.common.Actor;
import org.rung.ladder.Standing;
import org.rung.ladder.Standings;
import org.rung.people.SupporterId;

/** Holds someone on their rung through illness or leave. */
class LockDialog extends ReasonDialog {
    private final Standings standings;
    private final Actor actor;
    private final SupporterId supporterId;
    private final Standing standing;
    private final Runnable done;

    LockDialog(Standings standings, Actor actor, SupporterId supporterId, Standing standing, Runnable done) {
        super("ladder.lock.title", "ladder.lock.save");
        this.standings = standings;
        this.actor = actor;
        this.supporterId = supporterId;
        this.standing = standing;
        this.done = done;
        reason.setHelperText(getTranslation("ladder.lock.help"));
    }

    @Override
    void save() {
        standings.lock(actor, standing.ladderId(), supporterId, reason.getValue());
        done.run();
    }
}
