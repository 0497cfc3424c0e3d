package org.rung.hosting.ui;

import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.events.Event;
import org.rung.hosting.KitFiles;
import org.rung.rsvps.EventPanel;
import org.springframework.stereotype.Component;

/** What whoever hosts one under this umbrella gets. */
@Component
class KitPanel implements EventPanel {
    private final KitFiles files;

    KitPanel(KitFiles files) {
        this.files = files;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> panel(Actor.Member actor, Event event) {
        return event.umbrella() && actor.may(Permission.SEE_PEOPLE)
                ? Optional.of(new KitCard(files, actor, event))
                : Optional.empty();
    }
}
