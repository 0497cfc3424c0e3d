package org.rung.teams.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.rung.accounts.InvitationDraft;
import org.rung.accounts.InvitationId;
import org.rung.accounts.Landings;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.teams.Team;
import org.rung.teams.TeamInvitations;

/** A link for texters who come into the team, and may have a campaign to text for at once. */
class InviteDialog extends Dialog {
    /** @param landings where the link may lead, the most likely first */
    InviteDialog(
            TeamInvitations invitations,
            Actor actor,
            Team team,
            List<Landings.Landing> landings,
            Consumer<InvitationId> made) {
        setHeaderTitle(getTranslation("teams.invite.title", team.name()));
        setWidth("min(480px, 94vw)");
        var line = new Paragraph(getTranslation("teams.invite.line"));
        line.addClassName("muted");
        var landing = new Select<Landings.Landing>();
        landing.setLabel(getTranslation("teams.invite.campaign"));
        landing.setItems(landings);
        landing.setItemLabelGenerator(to -> to == null ? getTranslation("teams.invite.campaign.none") : to.name());
        landing.setEmptySelectionAllowed(true);
        landing.setEmptySelectionCaption(getTranslation("teams.invite.campaign.none"));
        landings.stream().findFirst().ifPresent(landing::setValue);
        landing.setVisible(!landings.isEmpty());
        landing.addClassName("wide");
        var uses = new IntegerField(getTranslation("teams.invite.uses"));
        uses.setMin(1);
        uses.setMax(InvitationDraft.MOST_USES);
        uses.setStepButtonsVisible(true);
        uses.setValue(25);
        var days = new Select<Integer>();
        days.setLabel(getTranslation("teams.invite.days"));
        days.setItems(1, 7, 30, 90);
        days.setItemLabelGenerator(count -> getTranslation("teams.days", count));
        days.setValue(7);
        var form = new Div(landing, uses, days);
        form.addClassName("form");
        var body = new Div(line, form);
        body.addClassName("col");
        add(body);
        var make = new Button(getTranslation("teams.invite.do"), click -> {
            try {
                var id = invitations.make(
                        actor,
                        team.teamId(),
                        new InvitationDraft(
                                Roles.of(Role.TEXTER),
                                team.name(),
                                uses.getOptionalValue().orElse(0),
                                Duration.ofDays(days.getValue()),
                                landing.getOptionalValue().map(Landings.Landing::landingId)));
                close();
                made.accept(id);
            } catch (Problem problem) {
                uses.setErrorMessage(Sentences.of(problem));
                uses.setInvalid(true);
            }
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("teams.cancel"), click -> close()), make);
    }
}
