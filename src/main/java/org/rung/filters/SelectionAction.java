package org.rung.filters;

import com.vaadin.flow.component.Component;
import java.util.Set;
import java.util.function.Supplier;
import org.rung.common.Actor;
import org.rung.people.SupporterId;

/** What a room offers to do with the people of a list, such as keeping them as a turf. */
public interface SelectionAction {
    /** Buttons are shown in this order. */
    int order();

    /** The button; asks for the selection when it is pressed. */
    Component button(Actor actor, Supplier<Selection> selection);

    /** What the list shows, and whom of it someone chose; nobody chosen means everyone shown. */
    record Selection(SupporterFilter filter, Set<SupporterId> chosen) {}
}
