package org.rung.scripts;

import org.rung.common.Actor;

/** Finds what a script is written for; implemented above. */
public interface Occasions {
    /** @throws org.rung.common.Problem.Missing */
    Occasion get(Actor actor, String text);
}
