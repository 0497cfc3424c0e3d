package org.rung.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.actions.Money;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.payments.stripe.StripeStanding;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What people give every month: looked at, changed and stopped, by members or by the giver's own link. */
@Service
public class StandingGifts {
    private static final int MOST_OF_ONE = 20;

    private final StandingStore store;
    private final PaymentAccounts accounts;
    private final StripeStanding stripe;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    StandingGifts(
            StandingStore store,
            PaymentAccounts accounts,
            StripeStanding stripe,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.stripe = stripe;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** The latest begun first. */
    public Page<StandingRow> page(Actor actor, StandingState state, Page.Wanted wanted) {
        return page(actor, Optional.of(state), wanted);
    }

    /** As above; without a state in any. */
    public Page<StandingRow> page(Actor actor, Optional<StandingState> state, Page.Wanted wanted) {
        actor.must(Permission.SEE_GIVING);
        List<StandingRow> rows = store.page(
                actor.organization(),
                state,
                wanted.after().map(text -> new StandingGiftId(Id.parse("after", text))),
                wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        List<StandingRow> shown = rows.subList(0, wanted.size());
        return new Page<>(
                shown, Optional.of(shown.getLast().gift().standingGiftId().text()));
    }

    public StandingGift get(Actor actor, StandingGiftId id) {
        actor.must(Permission.SEE_GIVING);
        return store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("standing gift", id));
    }

    /** Of one supporter, at most their latest 20. */
    public List<StandingGift> of(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_GIVING);
        return store.of(actor.organization(), supporterId, MOST_OF_ONE);
    }

    /** Whose own link it is; anybody may ask, since nobody guesses a token. */
    public Optional<StandingGift> byToken(String token) {
        return store.byToken(token);
    }

    /**
     * From the next month on.
     *
     * @throws Problem.Conflict when it is over, or the provider does not answer
     */
    public void change(Actor actor, StandingGiftId id, long minor) {
        actor.must(Permission.SEE_GIVING);
        StandingGift gift = held(actor, id);
        Money amount = new Money(minor, gift.currency());
        if (minor > PageDraft.MOST) PageDraft.tooMuch(gift.currency());
        ask(actor, gift, keys -> stripe.change(keys, gift.subscriptionId(), amount));
        audit.add(actor, "standing-gift.changed", "standing gift", Optional.of(id.value()), "");
    }

    /** At once. What was given stays given. */
    public void stop(Actor actor, StandingGiftId id, EndedBy by) {
        actor.must(Permission.SEE_GIVING);
        StandingGift gift = held(actor, id);
        store.ending(actor.organization(), id, Optional.of(by));
        try {
            ask(actor, gift, keys -> stripe.stop(keys, gift.subscriptionId()));
        } catch (Problem.Conflict refused) {
            store.ending(actor.organization(), id, Optional.empty());
            throw refused;
        }
        audit.add(actor, "standing-gift.stopped", "standing gift", Optional.of(id.value()), by.name());
    }

    private StandingGift held(Actor actor, StandingGiftId id) {
        StandingGift gift =
                store.find(actor.organization(), id).orElseThrow(() -> new Problem.Missing("standing gift", id));
        if (gift.state() == StandingState.ENDED) throw new Problem.Conflict("problem.standing-over");
        return gift;
    }

    private interface Asked {
        SeenStanding of(ProviderKeys keys);
    }

    private void ask(Actor actor, StandingGift gift, Asked asked) {
        ProviderKeys keys = accounts.keys(actor.organization());
        try {
            SeenStanding seen = asked.of(keys);
            // Seen after the provider answered: what an event looked at meanwhile is older.
            store.learn(actor.organization(), seen, gift.supporterId(), gift.language(), now());
            announce.publishEvent(new OnlineMoved(actor.organization()));
        } catch (ProviderTrouble trouble) {
            if (trouble.trouble() != Trouble.MISSING) accounts.troubled(actor.organization(), trouble);
            throw trouble.conflict();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
