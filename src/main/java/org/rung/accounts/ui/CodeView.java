package org.rung.accounts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.door.OneTimeAsk;

/** Six digits, sent as soon as they are there; it says the same to whoever asked. */
@Route(value = AccountsPaths.SIGN_IN_CODE, autoLayout = false)
@AnonymousAllowed
public class CodeView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {
    private final Notice notice = new Notice();

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var request = Optional.ofNullable(VaadinServletRequest.getCurrent());
        if (request.flatMap(OneTimeAsk::of).isEmpty()) {
            entering.forwardTo(AccountsPaths.SIGN_IN);
            return;
        }
        if (entering.getLocation().getQueryParameters().getParameters().containsKey("wrong")) {
            notice.tell("bad", getTranslation("accounts.code.wrong"));
        }
        var send = SignInView.submit(getTranslation("accounts.sign-in.send"));
        send.addClassNames("btn", "wide");
        show(
                getTranslation("accounts.code.title"),
                getTranslation("accounts.code.line"),
                notice,
                new NativeForm("/" + AccountsPaths.SIGN_IN_ONCE, new StayBox(), digits(), send),
                other());
    }

    static TextField digits() {
        var digits = new TextField();
        digits.setLabel(digits.getTranslation("accounts.code.digits"));
        digits.getElement().setAttribute("name", "code");
        digits.getElement().setAttribute("inputmode", "numeric");
        // Phones offer the code from the text message itself.
        digits.getElement().setAttribute("autocomplete", "one-time-code");
        digits.setMaxLength(7);
        digits.setRequired(true);
        digits.setAutofocus(true);
        digits.setWidthFull();
        digits.addClassName("code-field");
        // A hint about wrong letters would come before the sixth digit; whoever presses Enter early hears it from the
        // page.
        digits.getElement()
                .executeJs("this.addEventListener('input', () => { const typed = this.inputElement.value;"
                        + " const digits = typed.replace(/\\D/g, '').slice(0, 6);"
                        + " if (digits !== typed) this.value = digits;"
                        + " if (digits.length === 6) { const form = this.closest('form');"
                        + " if (form && !this.sent) { this.sent = true; form.requestSubmit(); } } })");
        return digits;
    }

    private Paragraph other() {
        var again = new Anchor("/" + AccountsPaths.SIGN_IN, getTranslation("accounts.code.again"));
        var line = new Paragraph(again);
        line.addClassName("small");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.code.title") + " · Rung";
    }
}
