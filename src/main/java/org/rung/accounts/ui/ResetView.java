package org.rung.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Resets;
import org.rung.accounts.door.Arrival;
import org.rung.common.Problem;

/** A new password by an admin's link. */
@Route(value = AccountsPaths.RESET, autoLayout = false)
@AnonymousAllowed
public class ResetView extends Doorway implements HasUrlParameter<String>, HasDynamicTitle {
    private final Resets resets;
    private final Arrival arrival;
    private final NewPassword password = new NewPassword();
    private final StayBox stay = new StayBox();
    private String word = "";

    ResetView(Resets resets, Arrival arrival) {
        this.resets = resets;
        this.arrival = arrival;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        word = parameter;
        if (!resets.open(word)) {
            gone();
            return;
        }
        var save = new Button(getTranslation("accounts.reset.send"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClassNames("wide", "tall");
        save.addClickShortcut(Key.ENTER);
        show(getTranslation("accounts.reset.title"), getTranslation("accounts.reset.line"), password, stay, save);
        password.focus();
    }

    private void save() {
        try {
            var account = resets.use(word, password.getValue());
            arrival.signIn(account, Optional.empty(), stay.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
        } catch (Problem.Invalid invalid) {
            password.refuse(invalid);
        } catch (Problem.Refused nowhere) {
            show(getTranslation("accounts.reset.title"), getTranslation("accounts.sign-in.closed"));
        } catch (Problem.Missing missing) {
            gone();
        }
    }

    private void gone() {
        var signIn = new Anchor("/" + AccountsPaths.SIGN_IN, getTranslation("accounts.sign-in.send"));
        signIn.addClassNames("btn", "ghost");
        show(getTranslation("accounts.reset.gone"), getTranslation("accounts.reset.gone-line"), signIn);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.reset.title") + " · Rung";
    }
}
