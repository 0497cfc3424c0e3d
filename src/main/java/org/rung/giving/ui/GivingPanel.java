package org.rung.giving.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;

/** What someone gave and pledged, on their page. Who may not see amounts may still write a pledge down. */
@org.springframework.stereotype.Component
class GivingPanel implements SupporterPanel {
    private final GivingScreens screens;

    GivingPanel(GivingScreens screens) {
        this.screens = screens;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        return actor.may(Permission.SEE_GIVING) || actor.may(Permission.RECORD_ACTIONS)
                ? new GivingCard(screens, supporterId)
                : new Div();
    }
}
