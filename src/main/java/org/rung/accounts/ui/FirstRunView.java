package org.rung.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.FirstRun;
import org.rung.accounts.door.Arrival;
import org.rung.common.Problem;

/** The first organization and its admin. */
@Route(value = AccountsPaths.FIRST_RUN, autoLayout = false)
@AnonymousAllowed
public class FirstRunView extends Doorway implements HasUrlParameter<String>, HasDynamicTitle {
    private final FirstRun firstRun;
    private final Arrival arrival;
    private final TextField organization = new TextField(getTranslation("accounts.first-run.organization"));
    private final ComboBox<String> country = Places.countries(getTranslation("accounts.settings.country"), getLocale());
    private final ComboBox<ZoneId> zone = Places.zones(getTranslation("accounts.settings.zone"));
    private final TextField name = new TextField(getTranslation("accounts.name"));
    private final EmailField email = new EmailField(getTranslation("accounts.email"));
    private final NewPassword password = new NewPassword();
    private final Notice notice = new Notice();
    private String word = "";

    FirstRunView(FirstRun firstRun, Arrival arrival) {
        this.firstRun = firstRun;
        this.arrival = arrival;
        country.setValue("US");
        zone.setValue(ZoneId.of("America/Los_Angeles"));
        name.setAutocomplete(Autocomplete.NAME);
        email.setAutocomplete(Autocomplete.USERNAME);
        for (var field : java.util.List.of(organization, name)) {
            field.setWidthFull();
            field.setMaxLength(120);
            field.setRequiredIndicatorVisible(true);
        }
        email.setWidthFull();
        email.setRequiredIndicatorVisible(true);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        word = parameter;
        if (!firstRun.open(word)) {
            gone();
            return;
        }
        var make = new Button(getTranslation("accounts.first-run.send"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClassNames("wide", "tall");
        make.addClickShortcut(Key.ENTER);
        show(
                getTranslation("accounts.first-run.title"),
                getTranslation("accounts.first-run.line"),
                notice,
                organization,
                country,
                zone,
                name,
                email,
                password,
                make);
    }

    private void make() {
        if (country.isEmpty() || zone.isEmpty() || name.isEmpty() || organization.isEmpty()) {
            notice.tell("bad", getTranslation("accounts.first-run.fill"));
            return;
        }
        try {
            var admin = firstRun.found(
                    word,
                    organization.getValue(),
                    country.getValue(),
                    zone.getValue(),
                    getLocale(),
                    name.getValue(),
                    email.getValue(),
                    password.getValue());
            arrival.signIn(admin.accountId(), Optional.of(admin.memberId()), false);
            getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
        } catch (Problem.Invalid invalid) {
            if (invalid.field().equals("password")) password.refuse(invalid);
            else notice.tell("bad", getTranslation("accounts.first-run.fill"));
        } catch (Problem.Missing missing) {
            gone();
        }
    }

    private void gone() {
        var signIn = new Anchor("/" + AccountsPaths.SIGN_IN, getTranslation("accounts.sign-in.send"));
        signIn.addClassNames("btn", "ghost");
        show(getTranslation("accounts.first-run.gone"), getTranslation("accounts.first-run.gone-line"), signIn);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.first-run.title") + " · Rung";
    }
}
