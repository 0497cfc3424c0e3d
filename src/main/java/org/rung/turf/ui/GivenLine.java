package org.rung.turf.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.teams.TeamMembers;
import org.rung.teams.Teams;
import org.rung.turf.Holders;
import org.rung.turf.Turf;
import org.rung.turf.TurfHolders;

/** Whom a turf is given to, and the way to give it to others or take it back. */
class GivenLine extends Div {
    private final TurfHolders holders;
    private final Members members;
    private final TeamMembers inTeams;
    private final Actor actor;
    private final Turf turf;
    private final Div who = new Div();
    private final Button give = new Button();

    GivenLine(TurfHolders holders, Members members, Teams teams, TeamMembers inTeams, Actor actor, Turf turf) {
        this.holders = holders;
        this.members = members;
        this.inTeams = inTeams;
        this.actor = actor;
        this.turf = turf;
        addClassNames("col", "turf-given");
        var label = new Span(getTranslation("turf.given"));
        label.addClassName("strong");
        who.addClassNames("row", "wrap");
        who.getElement().setAttribute("role", "status");
        give.addClassName("start");
        give.setVisible(actor.may(Permission.CUT_TURF));
        give.addClickListener(
                click -> new GiveDialog(holders, members, teams, inTeams, actor, turf, this::show).open());
        add(label, who, give);
        show();
    }

    private void show() {
        var now = holders.of(actor, turf.turfId());
        who.removeAll();
        if (now.isNobody()) who.add(new Span(getTranslation("turf.given.nobody")));
        names(now).forEach(name -> {
            var chip = new Span(name);
            chip.addClassName("chip");
            who.add(chip);
        });
        give.setText(getTranslation(now.isNobody() ? "turf.give" : "turf.give.change"));
    }

    private List<String> names(Holders now) {
        var names = new ArrayList<String>();
        names.addAll(inTeams.names(actor.organization(), now.teams()).values().stream()
                .map(name -> getTranslation("turf.given.team", name))
                .sorted()
                .toList());
        names.addAll(members.names(actor.organization(), now.members()).values().stream()
                .sorted()
                .toList());
        return names;
    }
}
