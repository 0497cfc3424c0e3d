package org.rung.asks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.rung.accounts.Organizations;
import org.rung.commitments.Commitment;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;

/** What a supporter promised, on their page. */
@org.springframework.stereotype.Component
class PromisesPanel implements SupporterPanel {
    private static final int SHOWN = 50;

    private final Commitments commitments;
    private final Organizations organizations;

    PromisesPanel(Commitments commitments, Organizations organizations) {
        this.commitments = commitments;
        this.organizations = organizations;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        List<Commitment> promises =
                actor.may(Permission.SEE_LADDER) ? commitments.of(actor, supporterId, SHOWN) : List.of();
        if (promises.isEmpty()) {
            Div nothing = new Div();
            nothing.setVisible(false);
            return nothing;
        }
        return new PromisesCard(
                commitments,
                actor,
                promises,
                organizations.get(actor.organization()).zone());
    }
}
