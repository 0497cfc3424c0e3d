package org.rung.hosting.ui;

import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.events.Event;
import org.rung.hosting.Hostings;
import org.rung.rsvps.EventPanel;
import org.springframework.stereotype.Component;

/** Who wants to host under this umbrella, and who may like to. */
@Component
class HostingPanel implements EventPanel {
    private final Hostings hostings;
    private final Members members;

    HostingPanel(Hostings hostings, Members members) {
        this.hostings = hostings;
        this.members = members;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> panel(Actor.Member actor, Event event) {
        return event.umbrella() && actor.may(Permission.SEE_PEOPLE)
                ? Optional.of(new HostingCard(hostings, members, actor, event))
                : Optional.empty();
    }
}
