package org.rung.rsvps;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.events.Event;

/** What a room above adds to an event's page: a bean of that room. */
public interface EventPanel {
    /** Panels are shown in this order. */
    int order();

    /** Nothing where there is nothing for this member. */
    Optional<Component> panel(Actor.Member actor, Event event);
}
