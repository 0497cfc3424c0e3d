package org.rung.filters;

import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import org.rung.common.Actor;

/** Where a room leads from the list of everyone; a bean of that room. */
public interface ListLink {
    /** Empty for whoever has no use for it. */
    Optional<Anchor> link(Actor actor);
}
