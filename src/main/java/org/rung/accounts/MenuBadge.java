package org.rung.accounts;

import org.rung.common.Actor;

/** A number beside a menu entry, given by the room that knows it. */
public interface MenuBadge {
    /** The path of the screen whose menu entry carries the number. */
    String path();

    /** The number for this actor now; zero shows none. One indexed query. */
    int count(Actor actor);
}
