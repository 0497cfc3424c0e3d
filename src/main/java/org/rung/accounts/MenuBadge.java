package org.rung.accounts;

import java.util.Collection;
import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/** A number beside a menu entry, given by the room that knows it; {@link WaitingChanged} says when it may have changed. */
public interface MenuBadge {
    /** The path of the screen whose menu entry carries the number. */
    String path();

    /** The number for each of these members of one organization; none shows none. One indexed query, however many they are. */
    Map<MemberId, Integer> counts(OrganizationId organizationId, Collection<Actor.Member> members);
}
