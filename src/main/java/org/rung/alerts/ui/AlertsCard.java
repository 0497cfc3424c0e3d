package org.rung.alerts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.rung.alerts.AlertChoices;
import org.rung.alerts.AlertPaths;
import org.rung.alerts.Alerts;
import org.rung.common.Actor;
import org.rung.texting.HomePart;

/** Offers to tell of replies, until a member has chosen one way or another. */
@org.springframework.stereotype.Component
class AlertsCard implements HomePart {
    private final Alerts alerts;

    AlertsCard(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public int order() {
        return BEHIND_WORK + 30;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        return Alerts.mayListen(actor) && alerts.choices(actor).isEmpty()
                ? Optional.of(offer(actor))
                : Optional.empty();
    }

    private Component offer(Actor.Member actor) {
        var here = UI.getCurrent();
        var line = new Paragraph(here.getTranslation("alerts.home.line"));
        line.addClassName("muted");
        var open = new Anchor("/" + AlertPaths.ALERTS, here.getTranslation("alerts.home.open"));
        open.addClassNames("btn", "ghost");
        var card = new Div(new H2(here.getTranslation("alerts.home.title")), line);
        var notNow = new Button(here.getTranslation("alerts.home.not-now"), click -> {
            alerts.choose(actor, AlertChoices.NONE);
            card.setVisible(false);
        });
        var buttons = new Div(open, notNow);
        buttons.addClassNames("row", "wrap");
        card.add(buttons);
        card.addClassNames("card", "col", "pad");
        return card;
    }
}
