package org.rung.accounts;

import org.rung.common.Actor;

/** A screen that opens to more roles than have a use for it: the menu leaves it out for the rest. A bean of its room. */
public interface MenuChoice {
    /** The path of the screen whose menu entry this is about. */
    String path();

    /** Whether this member has a use for it now; by key, since it is asked with each new window. */
    boolean shown(Actor.Member actor);
}
