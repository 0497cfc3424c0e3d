package org.rung.filters;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;

/** What a room puts above the list of supporters, such as filters that were saved. */
public interface ListExtra {
    /** They are shown in this order. */
    int order();

    /** Empty for an actor who may not use it. */
    Optional<Component> above(Actor actor, Shown list);

    /** The list as it stands on someone's screen. */
    interface Shown {
        SupporterFilter filter();

        void show(SupporterFilter filter);

        /** Whether a line on the screen waits for its values, so that it is wider than it looks. */
        boolean isHalfWritten();
    }
}
