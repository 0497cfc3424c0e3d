package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.OwnAccount;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.accounts.door.PasskeyAdding;
import org.rung.accounts.passkeys.Passkey;
import org.rung.accounts.passkeys.Passkeys;

/** The passkeys of whoever looks: which they are, one more, one less. */
class PasskeySection extends Section {
    /** What it needs of the house. */
    @org.springframework.stereotype.Component
    record Parts(Passkeys passkeys, PasskeyAdding adding, OwnAccount own) {}

    private final Parts parts;
    private final SignedIn signedIn;
    private final Div list = new Div();
    private final Notice notice = new Notice();
    private final Button add = new Button(getTranslation("accounts.passkeys.add"), click -> add());

    PasskeySection(Parts parts, SignedIn signedIn) {
        this.parts = parts;
        this.signedIn = signedIn;
        addClassNames("card", "col");
        var line = new Paragraph(getTranslation("accounts.passkeys.line"));
        line.addClassNames("muted", "small");
        var actions = new Div(add);
        actions.addClassName("actions");
        add(new H2(getTranslation("accounts.passkeys")), line, notice, list, actions);
        show();
        add.setVisible(false);
        // Only where the browser has any, and the page comes from a name that one can trust.
        getElement()
                .executeJs("return !!window.rungPasskeys && window.rungPasskeys.possible()")
                .then(Boolean.class, possible -> {
                    add.setVisible(possible);
                    if (!possible) notice.tell("warn", getTranslation("accounts.passkeys.not-here"));
                });
    }

    private void show() {
        list.removeAll();
        parts.passkeys().all(signedIn.account().accountId()).forEach(passkey -> list.add(row(passkey)));
    }

    private Component row(Passkey passkey) {
        var label = passkey.label().isEmpty() ? getTranslation("accounts.passkeys.one") : passkey.label();
        var used = passkey.usedAt()
                .map(at -> getTranslation("accounts.used", day(at)))
                .orElseGet(() -> getTranslation("accounts.passkeys.unused", day(passkey.createdAt())));
        var sure = new SureDialog(
                getTranslation("accounts.passkeys.remove.title", label),
                getTranslation("accounts.passkeys.remove.line"),
                getTranslation("accounts.passkeys.remove"),
                getTranslation("accounts.cancel"),
                () -> remove(passkey));
        var remove = new Button(getTranslation("accounts.passkeys.remove"), click -> sure.open());
        remove.setAriaLabel(getTranslation("accounts.passkeys.remove.which", label));
        return AccountView.row(label, used, remove);
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(signedIn.organization().zone())
                .format(at);
    }

    private void remove(Passkey passkey) {
        parts.passkeys().remove(signedIn.account().accountId(), passkey.passkeyId());
        show();
        Notice.done(getTranslation("accounts.passkeys.removed"));
    }

    private void add() {
        new PasskeyDialog(parts, signedIn, this::create).open();
    }

    private void create(String label) {
        notice.setText("");
        var guard = Guard.now();
        getElement()
                .executeJs(
                        "return window.rungPasskeys.add(" + Guard.IN_SCRIPT + ", $2)",
                        guard.header(),
                        guard.token(),
                        label)
                .then(String.class, this::came);
    }

    private void came(String of) {
        switch (of) {
            case "added" -> {
                show();
                Notice.done(getTranslation("accounts.passkeys.added"));
            }
            case "there" -> notice.tell("warn", getTranslation("accounts.passkeys.there"));
            case "stopped" -> notice.tell("warn", getTranslation("accounts.passkeys.stopped"));
            default -> notice.tell("bad", getTranslation("accounts.passkeys.failed"));
        }
    }
}
