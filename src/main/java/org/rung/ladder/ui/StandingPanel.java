package org.rung.ladder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.actions.Actions;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.ladder.Explanations;
import org.rung.ladder.Ladders;
import org.rung.ladder.MovesByHand;
import org.rung.ladder.Standings;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;

/** Where someone stands on both ladders, and how they came there. */
@org.springframework.stereotype.Component
class StandingPanel implements SupporterPanel {
    private final Standings standings;
    private final MovesByHand byHand;
    private final Ladders ladders;
    private final Explanations explanations;
    private final Actions actions;
    private final Members members;
    private final Organizations organizations;
    private final Clock clock;

    StandingPanel(
            Standings standings,
            MovesByHand byHand,
            Ladders ladders,
            Explanations explanations,
            Actions actions,
            Members members,
            Organizations organizations,
            Clock clock) {
        this.standings = standings;
        this.byHand = byHand;
        this.ladders = ladders;
        this.explanations = explanations;
        this.actions = actions;
        this.members = members;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        if (!actor.may(Permission.SEE_LADDER)) {
            return new Div();
        }
        return new StandingCard(
                standings,
                byHand,
                ladders,
                explanations,
                actions,
                members,
                actor,
                supporterId,
                organizations.get(actor.organization()).zone(),
                clock);
    }
}
