package org.rung.accounts;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;

/** Something that a room above lets one do for a member, beside them on the page of the members: a bean of that room. */
public interface MemberDeed {
    /** What to press; nothing where this actor does not do it for that member. */
    Optional<Component> offer(Actor.Member actor, Member member);
}
