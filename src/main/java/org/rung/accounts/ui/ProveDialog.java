package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.TooManyAttempts;
import org.rung.accounts.codes.Asked;
import org.rung.accounts.codes.Proofs;
import org.rung.common.Problem;

/** A new address of one's own: where it is, and then the code that was sent there. */
abstract class ProveDialog extends Dialog {
    /**
     * What it needs of the page.
     *
     * @param address the network address of this browser
     * @param changed run when all is done
     */
    record Parts(Proofs proofs, SignedIn signedIn, boolean hasPassword, String address, Runnable changed) {}

    final Parts parts;
    final Notice notice = new Notice();
    private final Div column = new Div();
    private final PasswordField password = FieldWords.in(new PasswordField(getTranslation("accounts.password.now")));
    private final TextField digits = CodeView.digits();
    private final Button next = new Button(getTranslation("accounts.account.send-code"));
    private Optional<Asked> asked = Optional.empty();

    ProveDialog(Parts parts) {
        this.parts = parts;
        setWidth("min(440px, 94vw)");
        column.addClassName("col");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();
        password.setVisible(parts.hasPassword());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClickListener(click -> go());
        next.addClickShortcut(Key.ENTER).listenOn(this);
        digits.setValueChangeMode(ValueChangeMode.EAGER);
        digits.addValueChangeListener(typed -> {
            if (typed.isFromClient() && typed.getValue().replaceAll("\\D", "").length() == 6) go();
        });
        add(column);
        getFooter().add(new Button(getTranslation("accounts.cancel"), click -> close()), next);
    }

    void begin(Component where) {
        column.add(notice, where, password);
    }

    /** Sends the code, or changes at once where none can be sent. */
    abstract Optional<Asked> ask(AccountId accountId, String password);

    /** What is right now becomes the account's. */
    abstract void take(AccountId accountId, Asked asked, String digits);

    abstract void wrongAddress(Problem.Invalid why);

    abstract String sentTo();

    void nextReads(String words) {
        next.setText(words);
    }

    private void go() {
        notice.setText("");
        try {
            var accountId = parts.signedIn().account().accountId();
            if (asked.isPresent()) {
                take(accountId, asked.get(), digits.getValue());
                done();
                return;
            }
            asked = ask(accountId, password.getValue());
            if (asked.isEmpty()) done();
            else second();
        } catch (Problem.Invalid invalid) {
            wrongAddress(invalid);
        } catch (TooManyAttempts closed) {
            notice.tell(
                    "bad",
                    getTranslation("accounts.sign-in.wait", closed.retryIn().toMinutes()));
        } catch (Problem refused) {
            notice.tell("bad", Sentences.of(refused));
            if (asked.isPresent()) digits.focus();
            else password.focus();
        }
    }

    private void second() {
        column.removeAll();
        var line = new Paragraph(getTranslation("accounts.account.code-sent", sentTo()));
        line.addClassName("muted");
        column.add(notice, line, digits);
        next.setText(getTranslation("accounts.account.confirm"));
        digits.focus();
    }

    private void done() {
        close();
        parts.changed().run();
    }
}
