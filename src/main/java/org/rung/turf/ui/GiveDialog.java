package org.rung.turf.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.HashMap;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.teams.TeamId;
import org.rung.teams.TeamMembers;
import org.rung.teams.Teams;
import org.rung.turf.Holders;
import org.rung.turf.Turf;
import org.rung.turf.TurfHolders;

/** To whom a turf is given: texters by name, and whole teams. */
class GiveDialog extends Dialog {
    private static final int MOST_TEAMS = 200;

    GiveDialog(
            TurfHolders holders,
            Members members,
            Teams teams,
            TeamMembers inTeams,
            Actor actor,
            Turf turf,
            Runnable changed) {
        setHeaderTitle(getTranslation("turf.give.title", turf.name()));
        setWidth("min(500px, 92vw)");
        var now = holders.of(actor, turf.turfId());
        var texters = new MemberPick(getTranslation("turf.give.texters"), members, actor, now.members());
        var names = new HashMap<TeamId, String>(inTeams.names(actor.organization(), now.teams()));
        teams.page(actor, false, Page.Wanted.first(MOST_TEAMS))
                .rows()
                .forEach(row -> names.put(row.team().teamId(), row.team().name()));
        var whole = new MultiSelectComboBox<TeamId>(getTranslation("turf.give.teams"));
        whole.setItems(names.keySet());
        whole.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        whole.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        whole.setWidthFull();
        whole.setValue(now.teams());
        whole.setVisible(!names.isEmpty());
        var problem = new Div();
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        var body = new Div(new Paragraph(getTranslation("turf.give.words")), texters, whole, problem);
        body.addClassName("col");
        add(body);
        var give = new Button(getTranslation("turf.give.do"), click -> {
            try {
                var wanted = new Holders(texters.getValue(), whole.getValue());
                holders.give(actor, turf.turfId(), wanted);
                close();
                Notification.show(getTranslation(wanted.isNobody() ? "turf.give.back" : "turf.give.done"));
                changed.run();
            } catch (Problem.Invalid wrong) {
                problem.setText(Sentences.of(wrong));
            }
        });
        give.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("turf.cancel"), click -> close()), give);
    }
}
