package org.rung.asks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.rung.accounts.Organizations;
import org.rung.asks.AskNow;
import org.rung.asks.Asks;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;

/** What there is to do about asking a supporter for more, on their page. */
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
        AskNow now = actor.may(Permission.SEE_LADDER)
                ? asks.now(actor.organization(), List.of(supporterId)).get(supporterId)
                : null;
        if (now == null) {
            Div nothing = new Div();
            nothing.setVisible(false);
            return nothing;
        }
        return new AskCard(
                asks,
                actor,
                supporterId,
                now,
                organizations.get(actor.organization()).zone());
    }
}
