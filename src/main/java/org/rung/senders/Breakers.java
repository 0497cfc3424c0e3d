package org.rung.senders;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.database.Anew;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops claiming texts of a provider's account that does not answer, so that they wait in the queue instead of in doubt;
 * of the whole provider once several accounts say so. Each server counts what it hears; what is decided from that is a row
 * that all of them know within a second.
 */
@Service
public class Breakers {
    /** The kind of the notice about it; screens that show the outage itself leave it out. */
    public static final String NOTICE = "provider-down";

    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    /** As few as these make a provider's outage of what single accounts have, if they are half of all. */
    private static final int SEVERAL = 2;

    private record Known(Map<ProviderAccount, Breaker> troubled, Instant at) {
        Breaker of(ProviderAccount whose) {
            return Optional.ofNullable(troubled.get(whose)).orElseGet(() -> Breaker.closed(whose));
        }
    }

    private final BreakerStore store;
    private final SenderStore senders;
    private final BreakerNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** Whose text is the probe that this server sends. */
    private final Map<ProviderAccount, SenderId> probing = new ConcurrentHashMap<>();

    private final Cache<ProviderAccount, Silences> heard = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final Cache<SenderId, ProviderAccount> accounts =
            Caffeine.newBuilder().maximumSize(100_000).build();
    /** When any of a provider's accounts was answered last. */
    private final Map<Gateway, Instant> answered = new ConcurrentHashMap<>();

    private volatile @Nullable Known known;

    Breakers(
            BreakerStore store,
            SenderStore senders,
            BreakerNews news,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.senders = senders;
        this.news = news;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /**
     * How many of {@code wanted} texts of this sender may be claimed now; what is given counts as having left. Costs
     * nothing while all is well. Outside a transaction.
     */
    public int may(SenderId senderId, int wanted) {
        Optional<ProviderAccount> account = account(senderId);
        if (account.isEmpty() || wanted <= 0) return Math.max(0, wanted);
        Instant now = clock.instant();
        Breaker breaker = governing(account.get(), now);
        return switch (breaker.state()) {
            case CLOSED -> doubtful(account.get(), now) ? carefully(account.get(), wanted, now) : wanted;
            case OPEN -> breaker.probeDue(now) && probe(breaker.whose(), senderId, now) ? 1 : 0;
            case RAMP -> ramp(breaker.whose(), wanted, now);
        };
    }

    /** What was given and did not leave. */
    public void unused(SenderId senderId, int count) {
        if (count <= 0) return;
        Instant now = clock.instant();
        account(senderId).ifPresent(account -> {
            Breaker breaker = governing(account, now);
            switch (breaker.state()) {
                case CLOSED -> {}
                case OPEN -> {
                    if (probing.remove(breaker.whose(), senderId)) {
                        store.giveBackProbe(breaker.whose(), now);
                        forget();
                    }
                }
                case RAMP -> store.giveBack(breaker.whose(), count);
            }
        });
    }

    /** What came of handing a text over; in a transaction, after the one that stored it. */
    public void heard(SenderId senderId, Outcome outcome) {
        account(senderId).ifPresent(account -> {
            if (silent(outcome)) silent(account);
            else answered(account);
        });
    }

    /** Who does not answer if this sender's texts wait, so that only one text at a time tries: its account, or all. */
    public Optional<ProviderAccount> silence(SenderId senderId) {
        Instant now = clock.instant();
        return account(senderId)
                .map(account -> governing(account, now))
                .filter(Breaker::open)
                .map(Breaker::whose);
    }

    /** The providers of this organization that do not answer, or only just do again. */
    @Transactional(readOnly = true)
    public List<Outage> troubles(OrganizationId organizationId) {
        List<Breaker> all = store.troubles(organizationId);
        if (all.isEmpty()) return List.of();
        List<Sender> theirs = senders.all(organizationId);
        return all.stream()
                // While one of their accounts is silent, that others at the provider recover is no news for them.
                .filter(one -> one.open()
                        || all.stream()
                                .noneMatch(other -> other.open()
                                        && other.whose().gateway()
                                                == one.whose().gateway()))
                .map(one -> new Outage(
                        one.whose().gateway(), one.state(), one.openedAt(), BreakerNews.numbers(theirs, one.whose())))
                .toList();
    }

    private static boolean silent(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown() -> true;
            case Outcome.NotNow notNow -> notNow.code().equals("CONNECT");
            case Outcome.Accepted accepted -> false;
            case Outcome.Never never -> false;
        };
    }

    private void silent(ProviderAccount account) {
        Instant now = clock.instant();
        Breaker breaker = governing(account, now);
        if (breaker.open()) {
            // Two servers that opened an account each in the same moment saw only their own.
            if (!breaker.whose().all()) widen(account.gateway(), now);
            return;
        }
        Silences silences = silences(account);
        silences.heard(true, now);
        if (!silences.enough(breaker.rampFrom(), now)) return;
        Breaker before = lately(now).of(account);
        if (store.open(before, breaker.openedAt().orElse(now), now.plus(Breaker.untilProbe(0)))) {
            silences.forget();
            if (!widen(account.gateway(), now)) news.opened(before);
        }
        forget();
    }

    /** True when the provider as a whole does not answer any more. */
    private boolean widen(Gateway gateway, Instant now) {
        List<Breaker> open = store.troubled().values().stream()
                .filter(one -> one.open() && one.whose().gateway() == gateway)
                .toList();
        if (open.size() < SEVERAL || open.stream().anyMatch(one -> one.whose().all())) return false;
        long others = heard.asMap().entrySet().stream()
                .filter(one ->
                        one.getKey().gateway() == gateway && one.getValue().traffic(now))
                .filter(one -> open.stream().noneMatch(silent -> silent.whose().equals(one.getKey())))
                .count();
        if (open.size() < others) return false;
        Breaker before = store.get(ProviderAccount.all(gateway));
        Instant since = before.openedAt()
                .orElseGet(() -> open.stream()
                        .flatMap(one -> one.openedAt().stream())
                        .min(Comparator.naturalOrder())
                        .orElse(now));
        if (!store.open(before, since, now.plus(Breaker.untilProbe(0)))) return false;
        store.closeAccounts(gateway);
        news.widened(open);
        news.opened(before);
        heard.asMap().forEach((account, silences) -> {
            if (account.gateway() == gateway) silences.forget();
        });
        forget();
        return true;
    }

    private void answered(ProviderAccount account) {
        Instant now = clock.instant();
        Breaker breaker = governing(account, now);
        if (!breaker.open()) {
            silences(account).heard(false, now);
            answered.put(account.gateway(), now);
        } else if (breaker.probes() > 0) {
            if (store.ramp(breaker.whose(), now)) {
                silences(account).heard(false, now);
                answered.put(account.gateway(), now);
                news.answers(breaker.whose());
            }
            forget();
        }
    }

    private boolean probe(ProviderAccount whose, SenderId senderId, Instant now) {
        Breaker fresh = store.get(whose);
        boolean mine = fresh.probeDue(now) && store.takeProbe(fresh, now.plus(Breaker.untilProbe(fresh.probes() + 1)));
        forget();
        if (mine) probing.put(whose, senderId);
        return mine;
    }

    private int ramp(ProviderAccount whose, int wanted, Instant now) {
        Breaker fresh = store.get(whose);
        if (fresh.rampOver(now)) {
            transaction.executeWithoutResult(status -> {
                if (store.close(whose) && fresh.openedAt().isPresent()) news.over(whose);
            });
            forget();
            return wanted;
        }
        int given = (int) Math.clamp(fresh.rampLeft(now), 0, wanted);
        // Who loses against another server asks again with the next round.
        return given > 0 && store.takeOfRamp(fresh, given) ? given : 0;
    }

    /** Whether another account is silent and nobody was answered lately: this one may well fare the same. */
    private boolean doubtful(ProviderAccount account, Instant now) {
        Gateway gateway = account.gateway();
        return lately(now).troubled().values().stream()
                        .anyMatch(one -> one.open() && one.whose().gateway() == gateway)
                && Optional.ofNullable(answered.get(gateway))
                        .filter(at -> Silences.lately(at, now))
                        .isEmpty();
    }

    private int carefully(ProviderAccount account, int wanted, Instant now) {
        store.careful(Breaker.closed(account), now);
        forget();
        return ramp(account, wanted, now);
    }

    /** What holds for all of a provider's accounts holds for this one; otherwise its own. */
    private Breaker governing(ProviderAccount account, Instant now) {
        Known all = lately(now);
        Breaker whole = all.of(ProviderAccount.all(account.gateway()));
        Breaker own = all.of(account);
        return whole.open() || own.state() == BreakerState.CLOSED ? whole : own;
    }

    private Silences silences(ProviderAccount account) {
        return Objects.requireNonNull(heard.get(account, any -> new Silences()));
    }

    private Optional<ProviderAccount> account(SenderId senderId) {
        return Optional.ofNullable(
                accounts.get(senderId, asked -> store.accountOf(asked).orElse(null)));
    }

    private Known lately(Instant now) {
        Known last = known;
        if (last == null || Duration.between(last.at(), now).abs().compareTo(KNOWN_FOR) >= 0) {
            last = new Known(store.troubled(), now);
            known = last;
        }
        return last;
    }

    /** What was known a moment ago is not so any more. */
    private void forget() {
        known = null;
    }
}
