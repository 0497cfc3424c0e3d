package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.compliance.DoNotText;
import org.rung.compliance.SuppressionChoices;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;
import org.rung.people.Supporters;

/** Whether somebody is on the do-not-text list, on their own page. */
@org.springframework.stereotype.Component
class SuppressionPanel implements SupporterPanel {
    private final Supporters supporters;
    private final DoNotText doNotText;
    private final SuppressionChoices choices;
    private final Members members;
    private final Organizations organizations;
    private final Clock clock;

    SuppressionPanel(
            Supporters supporters,
            DoNotText doNotText,
            SuppressionChoices choices,
            Members members,
            Organizations organizations,
            Clock clock) {
        this.supporters = supporters;
        this.doNotText = doNotText;
        this.choices = choices;
        this.members = members;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        var phones = supporters.get(actor, supporterId).phones();
        if (!actor.may(Permission.SEE_PEOPLE) || phones.isEmpty()) return new Div();
        return new SuppressionCard(
                doNotText,
                choices,
                members,
                actor,
                supporterId,
                phones,
                organizations.get(actor.organization()).zone(),
                clock);
    }
}
