package org.rung.accounts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.DemoSignIns;
import org.rung.accounts.FieldWords;
import org.rung.accounts.SignedIn;
import org.rung.accounts.Way;
import org.rung.accounts.codes.Codes;
import org.rung.accounts.door.StaySignedIn;
import org.springframework.beans.factory.ObjectProvider;

/** E-mail and password, sent by the browser itself so that password managers know the form. */
@Route(value = AccountsPaths.SIGN_IN, autoLayout = false)
@AnonymousAllowed
@JavaScript("context://elements/passkeys.js")
public class SignInView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {
    private final SignedIn signedIn;
    private final Codes codes;
    private final Optional<DemoSignIns> demo;
    private final Div why = new Div();

    SignInView(SignedIn signedIn, Codes codes, ObjectProvider<DemoSignIns> demo) {
        this.signedIn = signedIn;
        this.codes = codes;
        this.demo = Optional.ofNullable(demo.getIfAvailable());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (signedIn.seat().filter(seat -> !seat.ended()).isPresent()) {
            entering.forwardTo("");
            return;
        }
        var asked = entering.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey("wrong")) tell("bad", getTranslation("accounts.sign-in.wrong"));
        if (asked.containsKey("closed")) tell("bad", getTranslation("accounts.sign-in.closed"));
        if (asked.containsKey("again")) tell("warn", getTranslation("accounts.sign-in.again"));
        if (asked.containsKey("used")) tell("bad", getTranslation("accounts.link.used"));
        if (copied()) tell("bad", getTranslation("accounts.sign-in.copied"));
        if (asked.containsKey("ended")) tell("warn", getTranslation("accounts.sign-in.ended"));
        if (asked.containsKey("wait")) tell("bad", wait(asked.get("wait").getFirst()));
    }

    /** Told once: whoever was thrown out because a copy of what kept them signed in was used. */
    private static boolean copied() {
        var session = Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession);
        var copied = session.map(kept -> kept.getAttribute(StaySignedIn.COPIED)).isPresent();
        session.ifPresent(kept -> kept.removeAttribute(StaySignedIn.COPIED));
        return copied;
    }

    private String wait(String minutes) {
        return getTranslation("accounts.sign-in.wait", minutes.matches("\\d{1,4}") ? Integer.parseInt(minutes) : 15);
    }

    private void tell(String tone, String sentence) {
        why.setText(sentence);
        why.addClassNames("notice", tone);
        why.getElement().setAttribute("role", "alert");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        show(getTranslation("accounts.sign-in.title"), getTranslation("accounts.sign-in.line"), why, form());
        demo.ifPresent(cast -> add(cast(cast)));
    }

    private Component form() {
        var name = new TextField(getTranslation("accounts.sign-in.who"));
        name.getElement().setAttribute("name", "username");
        name.getElement().setAttribute("autocapitalize", "none");
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setAutofocus(true);
        name.setRequired(true);
        name.setWidthFull();
        var password = FieldWords.in(new PasswordField(getTranslation("accounts.password")));
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setRequired(true);
        password.setWidthFull();
        var send = submit(getTranslation("accounts.sign-in.send"));
        send.addClassNames("btn", "wide");
        var form = new NativeForm("/" + AccountsPaths.SIGN_IN, name, password, new StayBox(), send);
        var sendable = Arrays.stream(Way.values()).filter(codes::open).collect(Collectors.toSet());
        if (!sendable.isEmpty()) form.add(byCode(sendable));
        form.add(byPasskey());
        var help = new Paragraph(
                getTranslation(sendable.isEmpty() ? "accounts.sign-in.forgot" : "accounts.sign-in.forgot.code"));
        help.addClassNames("muted", "small");
        form.add(help);
        return form;
    }

    /** The same form, sent elsewhere and without a password. */
    private Component byCode(Set<Way> sendable) {
        var ask = submit(getTranslation(
                sendable.size() > 1
                        ? "accounts.sign-in.code"
                        : sendable.contains(Way.TEXT) ? "accounts.sign-in.code.TEXT" : "accounts.sign-in.code.EMAIL"));
        ask.getElement().setAttribute("formaction", "/" + AccountsPaths.SIGN_IN_CODE);
        ask.getElement().setAttribute("formnovalidate", true);
        ask.addClassNames("btn", "ghost", "wide");
        return ask;
    }

    /** Shows itself where the browser has passkeys; all that it does happens between the browser and the door. */
    private Component byPasskey() {
        var button = new NativeButton(getTranslation("accounts.sign-in.passkey"));
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("hidden", true);
        button.addClassNames("btn", "ghost", "wide");
        var guard = Guard.now();
        button.getElement()
                .executeJs(
                        "window.rungPasskeys && window.rungPasskeys.offer(this, $2, " + Guard.IN_SCRIPT
                                + ", {wrong: $3, closed: $4, stopped: $5})",
                        guard.header(),
                        guard.token(),
                        why.getElement(),
                        getTranslation("accounts.passkeys.wrong"),
                        getTranslation("accounts.sign-in.closed"),
                        getTranslation("accounts.passkeys.stopped"));
        return button;
    }

    private Component cast(DemoSignIns cast) {
        var panel = new Div(new H2(getTranslation("accounts.sign-in.demo")));
        panel.addClassNames("doorway-demo");
        for (var person : cast.all()) {
            var send = submit("");
            send.add(new Span(person.name()), roles(person.roles()));
            send.addClassNames("demo-person");
            panel.add(new NativeForm(
                    "/" + AccountsPaths.SIGN_IN,
                    NativeForm.hidden("username", person.email()),
                    NativeForm.hidden("password", person.password()),
                    send));
        }
        return panel;
    }

    private Span roles(String roles) {
        var text = new StringBuilder();
        for (var role : roles.split(",")) {
            if (!text.isEmpty()) text.append(", ");
            text.append(getTranslation("accounts.role." + role));
        }
        var span = new Span(text.toString());
        span.addClassNames("muted", "small");
        return span;
    }

    static NativeButton submit(String text) {
        var button = new NativeButton(text);
        button.getElement().setAttribute("type", "submit");
        return button;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.sign-in.title") + " · Rung";
    }
}
