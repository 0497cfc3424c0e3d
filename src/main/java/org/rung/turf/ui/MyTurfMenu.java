package org.rung.turf.ui;

import org.rung.accounts.MenuChoice;
import org.rung.common.Actor;
import org.rung.turf.TurfHolders;
import org.rung.turf.TurfPaths;
import org.springframework.stereotype.Component;

/** In the menu of whoever has turf. */
@Component
class MyTurfMenu implements MenuChoice {
    private final TurfHolders holders;

    MyTurfMenu(TurfHolders holders) {
        this.holders = holders;
    }

    @Override
    public String path() {
        return TurfPaths.MY_TURF;
    }

    @Override
    public boolean shown(Actor.Member actor) {
        return holders.hasAny(actor);
    }
}
