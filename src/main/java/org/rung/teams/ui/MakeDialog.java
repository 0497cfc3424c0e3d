package org.rung.teams.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.Consumer;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.teams.TeamDraft;
import org.rung.teams.TeamId;
import org.rung.teams.Teams;

/** A new team: what it is called, who leads it and who is in it. */
class MakeDialog extends Dialog {
    MakeDialog(Teams teams, Members members, Actor actor, Consumer<TeamId> made) {
        setHeaderTitle(getTranslation("teams.make"));
        setWidth("min(480px, 94vw)");
        var name = new TextField(getTranslation("teams.name"));
        name.setPlaceholder(getTranslation("teams.name.example"));
        name.setMaxLength(TeamDraft.LONGEST);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        var leads = new MemberPick(getTranslation("teams.make.leads"), members, actor, Set::of);
        leads.setHelperText(getTranslation("teams.make.leads.help"));
        var people = new MemberPick(getTranslation("teams.make.people"), members, actor, Set::of);
        var body = new Div(name, leads, people);
        body.addClassName("col");
        add(body);
        var make = new Button(getTranslation("teams.make.do"), click -> {
            try {
                var id = teams.make(actor, new TeamDraft(name.getValue(), leads.picked(), people.picked()));
                close();
                made.accept(id);
            } catch (Problem problem) {
                name.setErrorMessage(Sentences.of(problem));
                name.setInvalid(true);
                name.focus();
            }
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("teams.cancel"), click -> close()), make);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) name.focus();
        });
    }
}
