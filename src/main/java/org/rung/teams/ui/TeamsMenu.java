package org.rung.teams.ui;

import org.rung.accounts.MenuChoice;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.teams.TeamMembers;
import org.rung.teams.TeamsPaths;
import org.springframework.stereotype.Component;

/** Teams are in the menu of whoever makes them or is in one. */
@Component
class TeamsMenu implements MenuChoice {
    private final TeamMembers members;

    TeamsMenu(TeamMembers members) {
        this.members = members;
    }

    @Override
    public String path() {
        return TeamsPaths.TEAMS;
    }

    @Override
    public boolean shown(Actor.Member actor) {
        return actor.may(Permission.ASSIGN) || members.inAny(actor);
    }
}
