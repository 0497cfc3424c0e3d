package org.rung.texting;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;

/** A card that a room above brings along for the home of whoever signs in: a bean of that room. */
public interface HomePart {
    /** From here on a part stands behind what waits to be done; those before it come first of all. */
    int BEHIND_WORK = 50;

    /** Ascending. */
    int order();

    /** Nothing where there is nothing for this member; asked anew whenever the home is shown anew. */
    Optional<Component> card(Actor.Member actor);
}
