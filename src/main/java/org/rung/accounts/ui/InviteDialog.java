package org.rung.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.rung.accounts.InvitationDraft;
import org.rung.accounts.InvitationId;
import org.rung.accounts.Invitations;
import org.rung.accounts.Landings;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.common.Roles;

class InviteDialog extends Dialog {
    private final RoleBoxes roles;
    private final TextField label = new TextField(getTranslation("accounts.invite.label"));
    private final IntegerField uses = new IntegerField(getTranslation("accounts.invite.uses"));
    private final Select<Integer> days = new Select<>();
    private final Select<Landings.Landing> landing = new Select<>();

    /** @param landings where the link may lead, the most likely first */
    InviteDialog(Invitations invitations, Actor actor, List<Landings.Landing> landings, Consumer<InvitationId> made) {
        setHeaderTitle(getTranslation("accounts.invite.title"));
        setWidth("min(480px, 94vw)");
        roles = new RoleBoxes(Arrays.stream(Role.values())
                .filter(role -> role.permissions().stream().allMatch(actor::may))
                .toList());
        roles.setValue(Set.of(Role.TEXTER));
        label.setMaxLength(120);
        label.setPlaceholder(getTranslation("accounts.invite.label.example"));
        uses.setMin(1);
        uses.setMax(InvitationDraft.MOST_USES);
        uses.setStepButtonsVisible(true);
        uses.setValue(25);
        days.setLabel(getTranslation("accounts.invite.days"));
        days.setItems(1, 7, 30, 90);
        days.setItemLabelGenerator(count -> getTranslation("accounts.days", count));
        days.setValue(7);
        landing.setLabel(getTranslation("accounts.invite.landing"));
        landing.setItems(landings);
        landing.setItemLabelGenerator(to -> to == null ? getTranslation("accounts.invite.landing.none") : to.name());
        landing.setEmptySelectionAllowed(true);
        landing.setEmptySelectionCaption(getTranslation("accounts.invite.landing.none"));
        landing.setHelperText(getTranslation("accounts.invite.landing.help"));
        landings.stream().findFirst().ifPresent(landing::setValue);
        landing.setVisible(!landings.isEmpty());
        landing.addClassName("wide");
        var form = new Div(roles, landing, uses, days, label);
        roles.addClassName("wide");
        label.addClassName("wide");
        form.addClassName("form");
        add(form);
        var make = new Button(getTranslation("accounts.invite.make"), click -> make(invitations, actor, made));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("accounts.cancel"), click -> close()), make);
    }

    private void make(Invitations invitations, Actor actor, Consumer<InvitationId> made) {
        roles.setInvalid(roles.getValue().isEmpty());
        roles.setErrorMessage(getTranslation("accounts.roles.empty"));
        var count = uses.getOptionalValue().orElse(0);
        uses.setInvalid(count < 1 || count > InvitationDraft.MOST_USES);
        uses.setErrorMessage(getTranslation("accounts.invite.uses.range", InvitationDraft.MOST_USES));
        if (roles.isInvalid() || uses.isInvalid()) return;
        var draft = new InvitationDraft(
                new Roles(roles.getValue()),
                label.getValue().isBlank()
                        ? landing.getOptionalValue().map(Landings.Landing::name).orElse("")
                        : label.getValue(),
                count,
                Duration.ofDays(days.getValue()),
                landing.getOptionalValue().map(Landings.Landing::landingId));
        var id = invitations.make(actor, draft);
        close();
        made.accept(id);
    }
}
