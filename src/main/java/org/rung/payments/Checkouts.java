package org.rung.payments;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.actions.Money;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.payments.stripe.StripeDesk;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends people to the provider's own page to pay: no card, and nothing else that they type there, passes through Rung. */
@Service
public class Checkouts {
    private final CheckoutStore store;
    private final PaymentAccounts accounts;
    private final Organizations organizations;
    private final StripeDesk desk;
    private final RungSettings settings;
    private final Clock clock;

    Checkouts(
            CheckoutStore store,
            PaymentAccounts accounts,
            Organizations organizations,
            StripeDesk desk,
            RungSettings settings,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.organizations = organizations;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Where to pay.
     *
     * @param link in whose name; nobody's on the open page
     * @param language of the reader, en or es
     * @throws Problem.Invalid for more than the provider takes at once
     * @throws Problem.Conflict when the provider does not answer or refuses
     */
    public String begin(
            PaymentAccount account, Optional<GiveLink> link, Money amount, boolean monthly, String language) {
        if (amount.minor() > PageDraft.MOST) PageDraft.tooMuch(amount.currency());
        var here = account.organizationId();
        ProviderKeys keys = accounts.keys(here);
        Checkout checkout =
                new Checkout(new CheckoutId(Id.next()), here, link.map(GiveLink::supporterId), monthly, language);
        store.add(checkout, amount, clock.instant().truncatedTo(ChronoUnit.MICROS));
        String thanks = settings.publicUrl() + "/" + PaymentsPaths.give(account.word());
        String back = link.map(own -> settings.publicUrl() + "/" + PaymentsPaths.own(own.token()))
                .orElse(thanks);
        String title = Sentence.of(
                        monthly ? "payments.title.monthly" : "payments.title.once",
                        organizations.get(here).name())
                .in(Locale.of(language));
        try {
            StartedCheckout started = desk.start(
                    keys,
                    new CheckoutDraft(
                            checkout.checkoutId(),
                            amount,
                            monthly,
                            language,
                            title,
                            thanks + "/thanks" + (monthly ? "?monthly=1" : ""),
                            back));
            store.started(here, checkout.checkoutId(), started.sessionId());
            return started.url();
        } catch (ProviderTrouble trouble) {
            accounts.troubled(here, trouble);
            throw new Problem.Conflict("problem.payments-away");
        }
    }

    /** Who was sent to pay and what became of it, the latest first. */
    @Transactional(readOnly = true)
    public Page<CheckoutRow> page(Actor actor, Optional<CheckoutState> state, Page.Wanted wanted) {
        actor.must(Permission.SEE_GIVING);
        List<CheckoutRow> rows = store.page(
                actor.organization(),
                state,
                wanted.after().map(text -> new CheckoutId(Id.parse("after", text))),
                wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        List<CheckoutRow> shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().checkoutId().text()));
    }
}
