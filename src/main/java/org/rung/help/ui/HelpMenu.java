package org.rung.help.ui;

import org.rung.accounts.MenuChoice;
import org.rung.common.Actor;
import org.rung.help.HelpPaths;
import org.rung.help.Helpers;
import org.springframework.stereotype.Component;

/** Who asks for help is in the menu of whoever may be asked: a texter who leads no team has no use for it. */
@Component
class HelpMenu implements MenuChoice {
    private final Helpers helpers;

    HelpMenu(Helpers helpers) {
        this.helpers = helpers;
    }

    @Override
    public String path() {
        return HelpPaths.HELP;
    }

    @Override
    public boolean shown(Actor.Member actor) {
        return helpers.mayHelp(actor);
    }
}
