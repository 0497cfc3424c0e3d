package org.rung.texting;

import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an organization does until its first campaign runs, in the order in which one needs the other. */
@Service
public class FirstSteps {

    /** Each with the permission that its screen asks for. */
    public enum Step {
        SENDER(Permission.ADMINISTER),
        LIST(Permission.IMPORT),
        SCRIPT(Permission.WRITE_SCRIPTS),
        TURF(Permission.CUT_TURF),
        TEAM(Permission.INVITE),
        CAMPAIGN(Permission.RUN_CAMPAIGNS);

        private final Permission permission;

        Step(Permission permission) {
            this.permission = permission;
        }

        public boolean mayBeDoneBy(Actor actor) {
            return actor.may(permission);
        }
    }

    private final FirstStepsStore store;

    FirstSteps(FirstStepsStore store) {
        this.store = store;
    }

    /** Those that are done; nothing for who starts no campaigns, and once one was started. */
    @Transactional(readOnly = true)
    public Optional<Set<Step>> done(Actor actor) {
        return actor.may(Permission.RUN_CAMPAIGNS) ? store.done(actor.organization()) : Optional.empty();
    }
}
