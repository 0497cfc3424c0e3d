package org.rung.accounts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.rung.accounts.Account;
import org.rung.accounts.Accounts;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.codes.Codes;

/** A link out of an e-mail. It wants one press, since programs that look through mail open what they find. */
@Route(value = AccountsPaths.SIGN_IN_LINK, autoLayout = false)
@AnonymousAllowed
public class LinkView extends Doorway implements HasUrlParameter<String>, HasDynamicTitle {
    private final Codes codes;
    private final Accounts accounts;

    LinkView(Codes codes, Accounts accounts) {
        this.codes = codes;
        this.accounts = accounts;
    }

    @Override
    public void setParameter(BeforeEvent event, String word) {
        codes.whose(word).map(accounts::get).ifPresentOrElse(account -> offer(word, account), this::gone);
    }

    private void offer(String word, Account account) {
        var press = SignInView.submit(getTranslation("accounts.link.press", account.name()));
        press.addClassNames("btn", "wide");
        show(
                getTranslation("accounts.sign-in.title"),
                getTranslation("accounts.link.line", masked(account.email())),
                new NativeForm(
                        "/" + AccountsPaths.SIGN_IN_ONCE, NativeForm.hidden("link", word), new StayBox(), press));
    }

    /** Enough to see whose account it is, for who knows it. */
    static String masked(String email) {
        var at = email.indexOf('@');
        return email.charAt(0) + "•••" + email.substring(at);
    }

    private void gone() {
        var signIn = new Anchor("/" + AccountsPaths.SIGN_IN, getTranslation("accounts.link.again"));
        signIn.addClassNames("btn", "ghost");
        show(getTranslation("accounts.link.gone"), getTranslation("accounts.link.used"), signIn);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.sign-in.title") + " · Rung";
    }
}
