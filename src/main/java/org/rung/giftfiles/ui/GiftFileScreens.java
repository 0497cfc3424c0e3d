package org.rung.giftfiles.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import org.rung.common.OrganizationId;
import org.rung.giftfiles.GiftFileMoved;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.nodes.OpenScreens;
import org.springframework.context.event.EventListener;

/** Tells open screens that a file moved, once it is true for everyone. */
@org.springframework.stereotype.Component
class GiftFileScreens {
    private final OpenScreens open = new OpenScreens();

    Registration watch(OrganizationId organizationId, Component screen, Runnable redraw) {
        return open.watch(organizationId, screen, redraw);
    }

    @Everywhere
    void moved(GiftFileMoved moved) {
        open.tell(moved.organizationId());
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        open.tellAll();
    }
}
