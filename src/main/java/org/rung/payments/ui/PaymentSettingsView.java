package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.say;
import static org.rung.payments.ui.PaymentWords.span;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.accounts.SignedIn;
import org.rung.payments.Connections;
import org.rung.payments.PaymentAccounts;
import org.rung.payments.PaymentsPaths;
import org.rung.settings.RungSettings;

/** How an organization takes money online: its account at Stripe, and its page for everybody. */
@Route(PaymentsPaths.SETTINGS)
@RolesAllowed("ADMIN")
public class PaymentSettingsView extends Div implements HasDynamicTitle {
    private final transient PaymentAccounts accounts;
    private final transient Connections connections;
    private final transient RungSettings settings;
    private final transient SignedIn signedIn;

    PaymentSettingsView(PaymentAccounts accounts, Connections connections, RungSettings settings, SignedIn signedIn) {
        this.accounts = accounts;
        this.connections = connections;
        this.settings = settings;
        this.signedIn = signedIn;
        addClassNames("page", "giving-page");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        draw();
    }

    private void draw() {
        removeAll();
        var actor = signedIn.actor();
        var account = accounts.of(actor);
        add(
                div(
                        "page-head",
                        new Div(new H1(say("payments.settings")), span("muted", say("payments.settings.intro")))),
                new ConnectionCard(connections, accounts, settings, actor, account, this::draw),
                new PageCard(accounts, settings, actor, account, this::draw));
    }

    @Override
    public String getPageTitle() {
        return say("payments.settings") + " · Rung";
    }
}
