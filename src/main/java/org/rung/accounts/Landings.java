package org.rung.accounts;

import java.util.List;
import org.rung.common.Actor;

/** Where an invitation may lead: what a room above offers to those who join, such as its campaigns. */
public interface Landings {
    /** What an actor may invite to now, what people most likely join for first. */
    List<Landing> of(Actor actor);

    /** @param landingId as {@link MemberJoined} will name it */
    record Landing(long landingId, String name) {}
}
