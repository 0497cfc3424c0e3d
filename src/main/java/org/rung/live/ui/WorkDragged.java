package org.rung.live.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import org.rung.texting.WorkMoveKind;

/** The browser says that work of one texter was let go over another. */
@DomEvent("work-dragged")
public class WorkDragged extends ComponentEvent<Component> {
    final String from;
    final String to;
    private final String kind;

    public WorkDragged(
            Component source,
            boolean fromClient,
            @EventData("event.detail.kind") String kind,
            @EventData("event.detail.from") String from,
            @EventData("event.detail.to") String to) {
        super(source, fromClient);
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /** Whatever a browser says that is not a kind is the first one. */
    WorkMoveKind kind() {
        return kind.equals(WorkMoveKind.REPLIES.name()) ? WorkMoveKind.REPLIES : WorkMoveKind.FIRST_TEXTS;
    }
}
