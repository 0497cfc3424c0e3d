package org.rung.accounts;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;

/** What a room above lets one say about oneself on one's own page: a bean of that room. */
public interface AccountPart {
    /** Nothing where there is nothing for this member. */
    Optional<Component> part(Actor.Member actor);
}
