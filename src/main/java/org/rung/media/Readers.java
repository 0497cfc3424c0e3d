package org.rung.media;

import org.rung.common.Actor;
import org.rung.common.PhoneNumber;

/** Who may see what was exchanged with a number; the room of conversations knows. */
public interface Readers {
    boolean mayRead(Actor actor, PhoneNumber phone);
}
