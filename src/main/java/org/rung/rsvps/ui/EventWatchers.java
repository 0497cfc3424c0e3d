package org.rung.rsvps.ui;

import org.rung.events.EventChanged;
import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.OpenPages;
import org.rung.rsvps.RsvpMoved;
import org.springframework.stereotype.Component;

/** Open pages of events; each looks again when somebody says that they come. */
@Component
class EventWatchers extends OpenPages {
    EventWatchers() {
        super(new CalmScreens("event-pages"));
    }

    @Everywhere
    void on(RsvpMoved moved) {
        tellSoon(moved.organizationId());
    }

    @Everywhere
    void on(EventChanged changed) {
        tellSoon(changed.organizationId());
    }
}
