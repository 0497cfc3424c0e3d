package org.rung.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.TooManyAttempts;
import org.rung.common.Problem;

/** A name for a new passkey, and once more the password: then the browser takes over. */
class PasskeyDialog extends Dialog {
    private final PasskeySection.Parts parts;
    private final SignedIn signedIn;
    private final Consumer<String> allowed;
    private final TextField label = new TextField(getTranslation("accounts.passkeys.label"));
    private final PasswordField password = FieldWords.in(new PasswordField(getTranslation("accounts.password.now")));
    private final Notice notice = new Notice();

    PasskeyDialog(PasskeySection.Parts parts, SignedIn signedIn, Consumer<String> allowed) {
        this.parts = parts;
        this.signedIn = signedIn;
        this.allowed = allowed;
        setHeaderTitle(getTranslation("accounts.passkeys.add"));
        setWidth("min(440px, 94vw)");
        label.setPlaceholder(getTranslation("accounts.passkeys.label.example"));
        label.setMaxLength(120);
        label.setWidthFull();
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();
        password.setVisible(parts.own().hasPassword(signedIn.account().accountId()));
        var column = new Div(notice, label, password);
        column.addClassName("col");
        add(column);
        var next = new Button(getTranslation("accounts.passkeys.next"), click -> next());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(getTranslation("accounts.cancel"), click -> close()), next);
        label.focus();
    }

    private void next() {
        try {
            parts.adding().allow(signedIn.account().accountId(), password.getValue());
            close();
            allowed.accept(label.getValue());
        } catch (TooManyAttempts closed) {
            notice.tell(
                    "bad",
                    getTranslation("accounts.sign-in.wait", closed.retryIn().toMinutes()));
        } catch (Problem.Refused other) {
            notice.tell("bad", Sentences.of(other));
            password.focus();
        }
    }
}
