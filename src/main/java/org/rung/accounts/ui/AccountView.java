package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.rung.accounts.AccountPart;
import org.rung.accounts.Accounts;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.OwnAccount;
import org.rung.accounts.SignedIn;
import org.rung.accounts.Way;
import org.rung.accounts.codes.Proofs;
import org.rung.accounts.devices.Devices;
import org.rung.accounts.door.Arrival;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;

/** One's own account: the same in every organization one works in. */
@Route(AccountsPaths.ACCOUNT)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
@JavaScript("context://elements/passkeys.js")
public class AccountView extends Div implements HasDynamicTitle {
    private final SignedIn signedIn;
    private final Accounts accounts;
    private final OwnAccount own;
    private final Proofs proofs;
    private final Arrival arrival;
    private final TextField name = new TextField(getTranslation("accounts.name"));
    private final Select<String> language = new Select<>();
    private final Section reach = new Section();

    AccountView(
            SignedIn signedIn,
            Accounts accounts,
            OwnAccount own,
            Proofs proofs,
            Arrival arrival,
            PasskeySection.Parts passkeys,
            Devices devices,
            List<AccountPart> parts) {
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.own = own;
        this.proofs = proofs;
        this.arrival = arrival;
        addClassNames("page", "narrow");
        var line = new Span(getTranslation("accounts.account.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("accounts.account")), line));
        head.addClassName("page-head");
        reach.addClassNames("card", "col");
        showReach();
        add(head, you(), reach);
        parts.stream().flatMap(part -> part.part(signedIn.actor()).stream()).forEach(part -> {
            var section = new Section(part);
            section.addClassNames("card", "col");
            add(section);
        });
        add(new PasskeySection(passkeys, signedIn), new DeviceSection(devices, signedIn));
    }

    private Component you() {
        var account = signedIn.account();
        name.setValue(account.name());
        name.setMaxLength(120);
        name.setAutocomplete(Autocomplete.NAME);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("accounts.account.name.why"));
        language.setLabel(getTranslation("accounts.settings.language"));
        language.setItems("en", "es");
        language.setItemLabelGenerator(code -> code.equals("es") ? "Español" : "English");
        language.setValue(account.language().orElse(getLocale().getLanguage().equals("es") ? "es" : "en"));
        var save = new Button(getTranslation("accounts.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(name, language);
        form.addClassName("form");
        var actions = new Div(save);
        actions.addClassName("actions");
        var section = new Section(new H2(getTranslation("accounts.account.you")), form, actions);
        section.addClassNames("card", "col");
        return section;
    }

    private void save() {
        var account = signedIn.account();
        name.setInvalid(false);
        try {
            own.rename(account.accountId(), name.getValue());
        } catch (Problem.Invalid invalid) {
            name.setErrorMessage(getTranslation("accounts.name.empty"));
            name.setInvalid(true);
            name.focus();
            return;
        }
        Notice.done(getTranslation("accounts.saved"));
        var chosen = language.getValue();
        if (chosen.equals(getLocale().getLanguage()) && name.getValue().strip().equals(account.name())) return;
        accounts.speak(account.accountId(), chosen);
        // The frame around this page says the name, and speaks the language, too.
        getUI().ifPresent(ui -> {
            ui.getSession().setLocale(Locale.of(chosen));
            ui.getPage().reload();
        });
    }

    /** How one is reached, and what one signs in with. */
    private void showReach() {
        var account = signedIn.account();
        reach.removeAll();
        reach.add(new H2(getTranslation("accounts.account.sign-in")));
        reach.add(row(
                getTranslation("accounts.email"),
                account.email(),
                change("accounts.account.email.change", () -> new EmailDialog(dialog(), own).open())));
        if (proofs.open(Way.TEXT) || account.mobile().isPresent()) reach.add(mobile());
        reach.add(row(
                getTranslation("accounts.password"),
                getTranslation(
                        own.hasPassword(account.accountId())
                                ? "accounts.account.password.set"
                                : "accounts.account.password.none"),
                change(
                        "accounts.account.password.change",
                        () -> new PasswordDialog(own, signedIn, arrival.address(), this::saved).open())));
    }

    private Component mobile() {
        var mobile = signedIn.account().mobile();
        var actions = new Div();
        actions.addClassName("actions");
        if (mobile.isPresent()) {
            var remove = new Button(getTranslation("accounts.account.mobile.remove"), click -> {
                own.dropMobile(signedIn.account().accountId());
                saved();
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(remove);
        }
        if (proofs.open(Way.TEXT)) {
            actions.add(change(
                    mobile.isPresent() ? "accounts.account.mobile.change" : "accounts.account.mobile.add",
                    () -> new MobileDialog(dialog()).open()));
        }
        return row(
                getTranslation("accounts.account.mobile"),
                mobile.map(PhoneNumbers::national).orElseGet(() -> getTranslation("accounts.account.mobile.none")),
                actions);
    }

    private ProveDialog.Parts dialog() {
        return new ProveDialog.Parts(
                proofs, signedIn, own.hasPassword(signedIn.account().accountId()), arrival.address(), this::saved);
    }

    private void saved() {
        showReach();
        Notice.done(getTranslation("accounts.saved"));
    }

    private Button change(String key, Runnable open) {
        return new Button(getTranslation(key), click -> open.run());
    }

    static Component row(String title, String value, Component actions) {
        var label = new Span(title);
        label.addClassName("strong");
        var what = new Paragraph(value);
        what.addClassNames("muted", "small");
        var who = new Div(label, what);
        who.addClassNames("person-who", "grow");
        var row = new Div(who, actions);
        row.addClassName("account-row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.account") + " · Rung";
    }
}
