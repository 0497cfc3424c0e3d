package org.rung.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Invitations;
import org.rung.accounts.Member;
import org.rung.accounts.SignedIn;
import org.rung.accounts.TooManyAttempts;
import org.rung.accounts.door.Arrival;
import org.rung.common.Problem;

/** An invitation, on a phone in somebody's hand: who you are, a password, and you are in. */
@Route(value = AccountsPaths.JOIN, autoLayout = false)
@AnonymousAllowed
public class JoinView extends Doorway implements HasUrlParameter<String>, HasDynamicTitle {
    private final Invitations invitations;
    private final SignedIn signedIn;
    private final Arrival arrival;
    private final Notice notice = new Notice();
    private final TextField name = new TextField(getTranslation("accounts.name"));
    private final EmailField email = new EmailField(getTranslation("accounts.email"));
    private final NewPassword password = new NewPassword();
    private final StayBox stay = new StayBox();
    private String word = "";

    JoinView(Invitations invitations, SignedIn signedIn, Arrival arrival) {
        this.invitations = invitations;
        this.signedIn = signedIn;
        this.arrival = arrival;
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(120);
        email.setAutocomplete(Autocomplete.USERNAME);
        name.setWidthFull();
        email.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        email.setRequiredIndicatorVisible(true);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        word = parameter;
        try {
            var organization = invitations.open(word);
            var line = getTranslation("accounts.join.line");
            var title = getTranslation("accounts.join.title", organization.name());
            if (signedIn.seat().isPresent()) show(title, "", notice, asMyself());
            else show(title, line, notice, form());
        } catch (Problem.Missing missing) {
            closed("accounts.join.missing");
        } catch (Problem.Conflict conflict) {
            closed("accounts.join.closed");
        }
    }

    private void closed(String why) {
        var signIn = new Anchor("/" + AccountsPaths.SIGN_IN, getTranslation("accounts.sign-in.send"));
        signIn.addClassNames("btn", "ghost");
        show(getTranslation("accounts.join.no"), getTranslation(why), signIn);
    }

    private Div form() {
        var join = send(getTranslation("accounts.join.send"), this::join);
        join.addClickShortcut(Key.ENTER);
        var known = new Paragraph(getTranslation("accounts.join.known"));
        known.addClassNames("muted", "small");
        var form = new Div(name, email, password, stay, join, known);
        form.addClassName("col");
        return form;
    }

    private Div asMyself() {
        var account = signedIn.account();
        var me = send(
                getTranslation("accounts.join.as", account.name()),
                () -> invite(() -> invitations.accept(word, account.accountId())));
        var form = new Div(me);
        form.addClassName("col");
        return form;
    }

    private static Button send(String text, Runnable action) {
        var send = new Button(text, click -> action.run());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClassNames("wide", "tall");
        send.setDisableOnClick(true);
        send.addClickListener(click -> click.getSource().setEnabled(true));
        return send;
    }

    private void join() {
        name.setInvalid(name.isEmpty());
        name.setErrorMessage(getTranslation("accounts.name.empty"));
        if (name.isEmpty()) {
            name.focus();
            return;
        }
        invite(() ->
                invitations.accept(word, name.getValue(), email.getValue(), password.getValue(), arrival.address()));
    }

    private void invite(java.util.function.Supplier<Member> accept) {
        try {
            var member = accept.get();
            arrival.signIn(member.accountId(), Optional.of(member.memberId()), stay.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
        } catch (Problem.Invalid invalid) {
            if (invalid.field().equals("password")) password.refuse(invalid);
            else {
                email.setInvalid(true);
                email.setErrorMessage(getTranslation("accounts.email.invalid"));
                email.focus();
            }
        } catch (TooManyAttempts closed) {
            notice.tell(
                    "bad",
                    getTranslation("accounts.sign-in.wait", closed.retryIn().toMinutes()));
        } catch (Problem.Refused wrong) {
            notice.tell("bad", getTranslation("accounts.join.other-password"));
        } catch (Problem gone) {
            closed("accounts.join.closed");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.join.page") + " · Rung";
    }
}
