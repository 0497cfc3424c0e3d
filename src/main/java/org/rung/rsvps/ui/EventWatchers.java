package org.rung.rsvps.ui;

import com.vaadin.flow.component.Component;
import org.rung.common.OrganizationId;
import org.rung.events.EventChanged;
import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.rsvps.RsvpMoved;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/** Open pages of events; each looks again when somebody says that they come. */
@org.springframework.stereotype.Component
class EventWatchers implements DisposableBean {
    private final CalmScreens screens = new CalmScreens("event-pages");

    void watch(Component screen, OrganizationId here, Runnable look) {
        screens.watch(screen, here, look);
    }

    @Everywhere
    void on(RsvpMoved moved) {
        screens.tellSoon(moved.organizationId());
    }

    @Everywhere
    void on(EventChanged changed) {
        screens.tellSoon(changed.organizationId());
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        screens.tellAll();
    }

    @Override
    public void destroy() {
        screens.close();
    }
}
