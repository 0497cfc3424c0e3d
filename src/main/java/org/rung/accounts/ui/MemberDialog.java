package org.rung.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Resets;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;

/** What an admin can do for, or about, one member. */
class MemberDialog extends Dialog {
    private final Members members;
    private final Resets resets;
    private final Actor actor;
    private final Member member;
    private final Runnable changed;
    private final RoleBoxes roles = new RoleBoxes(List.of(Role.values()));
    private final Notice notice = new Notice();

    MemberDialog(Members members, Resets resets, Actor actor, Member member, Runnable changed) {
        this.members = members;
        this.resets = resets;
        this.actor = actor;
        this.member = member;
        this.changed = changed;
        setHeaderTitle(member.name());
        setWidth("min(480px, 94vw)");
        roles.setValue(member.roles().all());
        var email = new Paragraph(member.email());
        email.addClassName("muted");
        var more = new Div(
                new Button(getTranslation("accounts.member.reset"), click -> reset()),
                member.suspendedAt().isPresent()
                        ? new Button(getTranslation("accounts.member.restore"), click -> restore())
                        : suspendButton());
        more.addClassName("actions");
        var column = new Div(notice, email, roles, more);
        column.addClassName("col");
        add(column);
        var save = new Button(getTranslation("accounts.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("accounts.cancel"), click -> close()), save);
    }

    private Button suspendButton() {
        var sure = new SureDialog(
                getTranslation("accounts.member.suspend.title", member.name()),
                getTranslation("accounts.member.suspend.line"),
                getTranslation("accounts.member.suspend"),
                getTranslation("accounts.cancel"),
                () -> trying(() -> members.suspend(actor, member.memberId())));
        var button = new Button(getTranslation("accounts.member.suspend"), click -> sure.open());
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }

    private void restore() {
        trying(() -> members.restore(actor, member.memberId()));
    }

    private void save() {
        roles.setInvalid(roles.getValue().isEmpty());
        roles.setErrorMessage(getTranslation("accounts.roles.empty"));
        if (roles.isInvalid()) return;
        trying(() -> members.changeRoles(actor, member.memberId(), new Roles(roles.getValue())));
    }

    private void trying(Runnable change) {
        try {
            change.run();
            close();
            changed.run();
        } catch (Problem.Conflict lastAdmin) {
            notice.tell("bad", getTranslation("accounts.member.last-admin"));
        }
    }

    private void reset() {
        try {
            var link = resets.make(actor, member.memberId());
            close();
            new LinkDialog(
                            getTranslation("accounts.member.reset.title", member.name()),
                            getTranslation("accounts.member.reset.line"),
                            link,
                            true)
                    .open();
        } catch (Problem.Refused elsewhere) {
            notice.tell("bad", getTranslation("accounts.member.reset.elsewhere"));
        }
    }
}
