package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.paragraph;
import static org.rung.payments.ui.PaymentWords.said;
import static org.rung.payments.ui.PaymentWords.say;
import static org.rung.payments.ui.PaymentWords.span;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.payments.Connections;
import org.rung.payments.PaymentAccount;
import org.rung.payments.PaymentAccounts;
import org.rung.payments.PaymentsPaths;
import org.rung.payments.Trouble;
import org.rung.settings.RungSettings;

/** The account at the provider: put a key in, see whose it is and in which mode, try it, take it out. */
class ConnectionCard extends Section {
    private final transient Connections connections;
    private final transient PaymentAccounts accounts;
    private final transient RungSettings settings;
    private final transient Actor actor;
    private final transient PaymentAccount account;
    private final transient Runnable redraw;

    ConnectionCard(
            Connections connections,
            PaymentAccounts accounts,
            RungSettings settings,
            Actor actor,
            PaymentAccount account,
            Runnable redraw) {
        this.connections = connections;
        this.accounts = accounts;
        this.settings = settings;
        this.actor = actor;
        this.account = account;
        this.redraw = redraw;
        addClassNames("card", "pad", "col");
        add(PaymentWords.title("payments.settings.connect"), state());
        account.trouble()
                .ifPresent(trouble -> add(paragraph("notice bad", say("payments.settings.trouble." + trouble))));
        if (account.keyed() && !account.charges()) add(paragraph("notice warn", say("payments.settings.charges")));
        if (account.keyed() && !account.signed())
            add(paragraph("notice warn", say("payments.settings.signing.missing")));
        if (account.keyed()) add(deeds());
        add(key());
        if (account.keyed()) add(signing());
    }

    private Div state() {
        if (!account.keyed()) return div("row wrap", span("muted", say("payments.settings.none")));
        Div row = div("row wrap", span("chip good", say("payments.settings.connected")));
        row.add(
                account.simulated()
                        ? span("chip warn", say("payments.settings.mode.simulated"))
                        : account.live()
                                ? span("chip", say("payments.settings.mode.live"))
                                : span("chip warn", say("payments.settings.mode.test")));
        if (!account.accountName().isEmpty())
            row.add(span("muted", say("payments.settings.account", account.accountName())));
        return row;
    }

    private Div deeds() {
        Button tried = new Button(say("payments.settings.try"), click -> tried());
        Button off = new Button(
                say("payments.settings.off"),
                click -> new SureDialog(
                                say("payments.settings.off.sure"),
                                say("payments.settings.off.words"),
                                say("payments.settings.off.do"),
                                say("payments.online.cancel"),
                                () -> {
                                    accounts.forget(actor);
                                    redraw.run();
                                })
                        .open());
        off.addThemeVariants(ButtonVariant.TERTIARY);
        return div("actions", tried, off);
    }

    private void tried() {
        Optional<Trouble> trouble = connections.check(actor);
        if (trouble.isEmpty()) said(say("payments.settings.try.fine"));
        redraw.run();
    }

    private Div key() {
        String words = say(account.keyed() ? "payments.settings.key.new" : "payments.settings.key");
        PasswordField key = FieldWords.in(new PasswordField(words));
        key.setHelperText(say("payments.settings.connect.how"));
        key.setMaxLength(255);
        key.setWidthFull();
        key.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        Button save = new Button(say("payments.settings.key.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                Optional<Trouble> mute = connections.connect(actor, key.getValue());
                said(say(mute.isEmpty() ? "payments.settings.connected.knocks" : "payments.settings.connected.mute"));
                redraw.run();
            } catch (Problem refused) {
                key.setErrorMessage(Sentences.of(refused));
                key.setInvalid(true);
                save.setEnabled(true);
            }
        });
        return div("col", key, div("actions", save));
    }

    private Div signing() {
        TextField hook = new TextField(say("payments.settings.hook"));
        hook.setValue(settings.publicUrl() + "/" + PaymentsPaths.hook(account.hookCode()));
        hook.setReadOnly(true);
        hook.setWidthFull();
        PasswordField secret = FieldWords.in(new PasswordField(say("payments.settings.signing")));
        secret.setMaxLength(255);
        secret.setWidthFull();
        Button save = new Button(say("payments.settings.signing.save"), click -> {
            try {
                connections.sign(actor, secret.getValue());
                said(say("payments.settings.signing.done"));
                redraw.run();
            } catch (Problem refused) {
                secret.setErrorMessage(Sentences.of(refused));
                secret.setInvalid(true);
            }
        });
        return div("col", hook, secret, div("actions", save));
    }
}
