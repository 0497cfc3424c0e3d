package org.rung.payments;

import java.time.Clock;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Secrets;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.payments.stripe.StripeDesk;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Service;

/** Connects an organization with its provider and looks whether it works. No transaction is open while it is asked. */
@Service
public class Connections {
    /** With such a key the demo's own provider is meant; a real one has none. */
    public static final String SIMULATED = "sk_test_rung";

    private final PaymentAccounts accounts;
    private final PaymentAccountStore store;
    private final StripeDesk desk;
    private final Secrets secrets;
    private final RungSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    Connections(
            PaymentAccounts accounts,
            PaymentAccountStore store,
            StripeDesk desk,
            Secrets secrets,
            RungSettings settings,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.desk = desk;
        this.secrets = secrets;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the key if it opens an account, and asks the provider to knock here.
     *
     * @return empty when all is well; else why the provider does not knock, so that its secret has to be typed in
     * @throws Problem.Invalid when it opens none
     */
    public Optional<Trouble> connect(Actor actor, String key) {
        actor.must(Permission.ADMINISTER);
        String secret = key.strip();
        if (!secret.matches("(?:sk|rk)_(?:test|live)_[A-Za-z0-9_]{8,240}"))
            throw new Problem.Invalid("secretKey", "problem.payments-key-shape");
        OrganizationId here = actor.organization();
        ProviderKeys keys = new ProviderKeys(here, secret, settings.demo() && secret.startsWith(SIMULATED));
        ProviderAccount account;
        try {
            account = desk.account(keys);
        } catch (ProviderTrouble trouble) {
            throw new Problem.Invalid("secretKey", Sentence.of("problem.payments." + trouble.trouble()));
        }
        PaymentAccount ours = accounts.of(actor);
        if (!store.save(ours)) throw new Problem.Invalid("word", "problem.give-word-taken");
        store.key(here, secrets.seal(secret), keys.simulated(), account, clock.instant());
        audit.add(
                actor,
                "payments.connected",
                "organization",
                Optional.of(here.value()),
                account.live() ? "live" : "test");
        try {
            String signing = desk.knockAt(keys, settings.publicUrl() + "/" + PaymentsPaths.hook(ours.hookCode()));
            store.sign(here, secrets.seal(signing));
            return Optional.empty();
        } catch (ProviderTrouble trouble) {
            return Optional.of(trouble.trouble());
        }
    }

    /** What the provider's own page shows for the address at which it is to knock. */
    public void sign(Actor actor, String signing) {
        actor.must(Permission.ADMINISTER);
        String secret = signing.strip();
        if (!secret.matches("whsec_[A-Za-z0-9_+/=-]{8,240}"))
            throw new Problem.Invalid("signingSecret", "problem.payments-signing-shape");
        accounts.keys(actor.organization());
        store.sign(actor.organization(), secrets.seal(secret));
        audit.add(
                actor,
                "payments.signed",
                "organization",
                Optional.of(actor.organization().value()),
                "");
    }

    /** Looks whether the key still opens the account. */
    public Optional<Trouble> check(Actor actor) {
        actor.must(Permission.ADMINISTER);
        ProviderKeys keys = accounts.keys(actor.organization());
        try {
            store.checked(actor.organization(), desk.account(keys), clock.instant());
            return Optional.empty();
        } catch (ProviderTrouble trouble) {
            accounts.troubled(actor.organization(), trouble);
            return Optional.of(trouble.trouble());
        }
    }
}
