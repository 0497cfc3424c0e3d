package org.rung.rsvps.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.events.Event;
import org.rung.maps.Tiles;
import org.rung.rsvps.EventPanel;
import org.rung.rsvps.Gatherings;

/** Where what is held under an umbrella is, on its page. */
@org.springframework.stereotype.Component
class UmbrellaPanel implements EventPanel {
    private final Gatherings gatherings;
    private final Tiles tiles;

    UmbrellaPanel(Gatherings gatherings, Tiles tiles) {
        this.gatherings = gatherings;
        this.tiles = tiles;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Component> panel(Actor.Member actor, Event event) {
        return event.umbrella() && actor.may(Permission.SEE_PEOPLE)
                ? Optional.of(
                        new UmbrellaCard(gatherings.under(actor, event.eventId()), tiles.of(actor.organization())))
                : Optional.empty();
    }
}
