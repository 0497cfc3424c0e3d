package org.rung.merging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.merging.Duplicate;
import org.rung.merging.Duplicates;
import org.rung.merging.MergingPaths;
import org.rung.people.Shown;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;

/** "Looks like …" on a person's page, where there is somebody who does. */
@org.springframework.stereotype.Component
class LooksLikePanel implements SupporterPanel {
    private static final int SHOWN = 3;

    private final Duplicates duplicates;

    LooksLikePanel(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        var card = new Div();
        var found = actor.may(Permission.EDIT_PEOPLE) ? duplicates.of(actor, supporterId) : List.<Duplicate>of();
        card.setVisible(!found.isEmpty());
        card.addClassNames("card", "col", "looks-like");
        card.add(new H3(card.getTranslation("merging.panel")));
        found.stream().limit(SHOWN).forEach(pair -> card.add(row(card, supporterId, pair)));
        return card;
    }

    private static Component row(Div card, SupporterId supporterId, Duplicate pair) {
        Supporter other = pair.first().supporterId().equals(supporterId) ? pair.other() : pair.first();
        var name = Shown.name(card, other.firstName(), other.lastName());
        var link = new Anchor(
                MergingPaths.pair(pair.first().supporterId(), pair.other().supporterId()), name);
        link.getElement().setAttribute("aria-label", card.getTranslation("merging.panel.compare", name));
        link.addClassName("strong");
        var row = new Div(link, PairCard.reasons(card, pair.why()));
        row.addClassName("pair-person");
        return row;
    }
}
