package org.rung.asks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.asks.Asks;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;

/** What to propose to a supporter next, on their page. */
@org.springframework.stereotype.Component
class AskPanel implements SupporterPanel {
    private final Asks asks;
    private final Organizations organizations;

    AskPanel(Asks asks, Organizations organizations) {
        this.asks = asks;
        this.organizations = organizations;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        Div nothing = new Div();
        nothing.setVisible(false);
        if (!actor.may(Permission.SEE_LADDER)) {
            return nothing;
        }
        return Optional.ofNullable(
                        asks.next(actor.organization(), List.of(supporterId)).get(supporterId))
                .<Component>map(ask -> new AskCard(
                        asks,
                        actor,
                        supporterId,
                        ask,
                        organizations.get(actor.organization()).zone()))
                .orElse(nothing);
    }
}
