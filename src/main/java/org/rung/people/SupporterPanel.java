package org.rung.people;

import com.vaadin.flow.component.Component;
import org.rung.common.Actor;

/** What a room adds to a supporter's page. */
public interface SupporterPanel {
    /** Panels are shown in this order. */
    int order();

    Component panel(Actor actor, SupporterId supporterId);
}
