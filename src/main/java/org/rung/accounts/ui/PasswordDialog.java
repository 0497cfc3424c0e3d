package org.rung.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.rung.accounts.FieldWords;
import org.rung.accounts.OwnAccount;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.TooManyAttempts;
import org.rung.common.Problem;

/** Another password; every other device is signed out by it. */
class PasswordDialog extends Dialog {
    private final OwnAccount own;
    private final SignedIn signedIn;
    private final String address;
    private final Runnable changed;
    private final PasswordField former = FieldWords.in(new PasswordField(getTranslation("accounts.password.now")));
    private final NewPassword next = new NewPassword();
    private final Notice notice = new Notice();

    PasswordDialog(OwnAccount own, SignedIn signedIn, String address, Runnable changed) {
        this.own = own;
        this.signedIn = signedIn;
        this.address = address;
        this.changed = changed;
        setHeaderTitle(getTranslation("accounts.account.password.change"));
        setWidth("min(440px, 94vw)");
        former.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        former.setWidthFull();
        former.setVisible(own.hasPassword(signedIn.account().accountId()));
        next.setLabel(getTranslation("accounts.password.new"));
        var line = new Paragraph(getTranslation("accounts.account.password.line"));
        line.addClassNames("muted", "small");
        var column = new Div(notice, former, next, line);
        column.addClassName("col");
        add(column);
        var save = new Button(getTranslation("accounts.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(getTranslation("accounts.cancel"), click -> close()), save);
        if (former.isVisible()) former.focus();
        else next.focus();
    }

    private void save() {
        notice.setText("");
        next.setInvalid(false);
        signedIn.actor();
        try {
            own.changePassword(signedIn.seat().orElseThrow(), former.getValue(), next.getValue(), address);
            close();
            changed.run();
        } catch (Problem.Invalid invalid) {
            next.refuse(invalid);
        } catch (TooManyAttempts closed) {
            notice.tell(
                    "bad",
                    getTranslation("accounts.sign-in.wait", closed.retryIn().toMinutes()));
        } catch (Problem.Refused other) {
            notice.tell("bad", Sentences.of(other));
            former.focus();
        }
    }
}
