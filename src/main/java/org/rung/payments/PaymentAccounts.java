package org.rung.payments;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.accounts.Secrets;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.giving.MoneyText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each organization takes money online, and its page for everybody. */
@Service
public class PaymentAccounts {
    private static final List<Long> USUAL = List.of(10L, 25L, 50L, 100L);

    private final PaymentAccountStore store;
    private final Organizations organizations;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Clock clock;

    PaymentAccounts(
            PaymentAccountStore store, Organizations organizations, Secrets secrets, AuditLog audit, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** As it is set, or as it would be usual where nothing is. */
    @Transactional(readOnly = true)
    public PaymentAccount of(Actor actor) {
        actor.must(Permission.ADMINISTER);
        return store.of(actor.organization()).orElseGet(() -> usual(organizations.get(actor.organization())));
    }

    private static PaymentAccount usual(Organization organization) {
        String currency = currency(organization);
        long unit = (long) Math.pow(10, MoneyText.currency(currency).getDefaultFractionDigits());
        return new PaymentAccount(
                organization.organizationId(),
                word(organization.slug()),
                Tokens.fresh(),
                false,
                false,
                false,
                false,
                false,
                false,
                currency,
                USUAL.stream().map(amount -> amount * unit).toList(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String currency(Organization organization) {
        try {
            return PageDraft.checked(MoneyText.usual(organization.country()));
        } catch (Problem.Invalid otherUnits) {
            return "USD";
        }
    }

    private static String word(String slug) {
        String plain = slug.replaceAll("[^a-z0-9-]", "").replaceAll("^-+|-+$", "");
        String cut = plain.length() > 40 ? plain.substring(0, 40).replaceAll("-+$", "") : plain;
        return cut.length() < 3 ? "give-" + cut : cut;
    }

    /** @throws Problem.Invalid when another organization has the word; it opens without a key, and takes nothing until then */
    @Transactional
    public PaymentAccount change(Actor actor, PageDraft draft) {
        actor.must(Permission.ADMINISTER);
        PaymentAccount changed = of(actor).with(draft);
        if (!store.save(changed)) throw new Problem.Invalid("word", "problem.give-word-taken");
        audit.add(
                actor,
                "payments.changed",
                "organization",
                Optional.of(actor.organization().value()),
                draft.opened() ? "open" : "closed");
        return changed;
    }

    /** Nothing is taken any more; what people give every month goes on at the provider until it is stopped there. */
    @Transactional
    public void forget(Actor actor) {
        actor.must(Permission.ADMINISTER);
        store.forget(actor.organization());
        audit.add(
                actor,
                "payments.disconnected",
                "organization",
                Optional.of(actor.organization().value()),
                "");
    }

    /** Where somebody can give to that organization now. */
    @Transactional(readOnly = true)
    public Optional<PaymentAccount> open(OrganizationId organizationId) {
        return store.of(organizationId).filter(PaymentAccount::takes);
    }

    /** For whoever has that word of a page. */
    @Transactional(readOnly = true)
    public Optional<PaymentAccount> byWord(String word) {
        return store.byWord(word).filter(PaymentAccount::takes);
    }

    /** For whoever knocks at that address. */
    @Transactional(readOnly = true)
    public Optional<PaymentAccount> byHook(String code) {
        return store.byHook(code);
    }

    /** What an organization's provider signs with; opened anew for each knock. */
    @Transactional(readOnly = true)
    public Optional<String> signing(OrganizationId organizationId) {
        return store.keys(organizationId)
                .flatMap(PaymentAccountStore.Keys::signing)
                .map(secrets::open);
    }

    /** @throws Problem.Conflict where there is none */
    ProviderKeys keys(OrganizationId organizationId) {
        return store.keys(organizationId)
                .map(keys -> new ProviderKeys(organizationId, secrets.open(keys.secret()), keys.simulated()))
                .orElseThrow(() -> new Problem.Conflict("problem.payments-off"));
    }

    void troubled(OrganizationId organizationId, ProviderTrouble trouble) {
        store.troubled(organizationId, trouble.trouble(), clock.instant());
    }
}
