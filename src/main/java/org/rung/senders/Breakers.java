package org.rung.senders;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rung.common.OrganizationId;
import org.rung.common.Sentence;
import org.rung.database.Anew;
import org.rung.notices.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops claiming texts of a provider that does not answer, so that they wait in the queue instead of in doubt. Each server
 * counts what it hears; what is decided from that is one row that all of them know within a second.
 */
@Service
public class Breakers {
    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    /** The kind of the notice about it; screens that show the outage itself leave it out. */
    public static final String NOTICE = "provider-down";

    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private record Known(Breaker breaker, Instant at) {}

    private final BreakerStore store;
    private final Notices notices;
    private final ApplicationEventPublisher announce;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Gateway, Known> known = new ConcurrentHashMap<>();
    /** Whose text is the probe that this server sends. */
    private final Map<Gateway, SenderId> probing = new ConcurrentHashMap<>();

    private final Map<Gateway, AtomicInteger> troubles = new EnumMap<>(Gateway.class);
    private final Cache<SenderId, Gateway> gateways =
            Caffeine.newBuilder().maximumSize(100_000).build();

    Breakers(
            BreakerStore store,
            Notices notices,
            ApplicationEventPublisher announce,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.announce = announce;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
        for (Gateway gateway : Gateway.values()) {
            troubles.put(gateway, new AtomicInteger());
        }
    }

    /**
     * How many of {@code wanted} texts of this sender may be claimed now; what is given counts as having left. Costs
     * nothing while all is well. Outside a transaction.
     */
    public int may(SenderId senderId, int wanted) {
        Optional<Gateway> gateway = gateway(senderId);
        if (gateway.isEmpty() || wanted <= 0) return Math.max(0, wanted);
        Instant now = clock.instant();
        Breaker breaker = lately(gateway.get(), now);
        return switch (breaker.state()) {
            case CLOSED -> wanted;
            case OPEN -> breaker.probeDue(now) && probe(gateway.get(), senderId, now) ? 1 : 0;
            case RAMP -> ramp(gateway.get(), wanted, now);
        };
    }

    /** What was given and did not leave. */
    public void unused(SenderId senderId, int count) {
        if (count <= 0) return;
        Instant now = clock.instant();
        gateway(senderId).ifPresent(gateway -> {
            switch (lately(gateway, now).state()) {
                case CLOSED -> {}
                case OPEN -> {
                    if (probing.remove(gateway, senderId)) {
                        store.giveBackProbe(gateway, now);
                        forget(gateway);
                    }
                }
                case RAMP -> store.giveBack(gateway, count);
            }
        });
    }

    /** What came of handing a text over; in a transaction, after the one that stored it. */
    public void heard(SenderId senderId, Outcome outcome) {
        gateway(senderId).ifPresent(gateway -> {
            if (silent(outcome)) silent(gateway);
            else answered(gateway);
        });
    }

    /** Whether it did not answer lately, so that only one text at a time tries. */
    public boolean isOpen(Gateway gateway) {
        return lately(gateway, clock.instant()).state() == BreakerState.OPEN;
    }

    /** The providers of this organization that do not answer, or only just do again. */
    @Transactional(readOnly = true)
    public List<Breaker> troubles(OrganizationId organizationId) {
        return store.troubles(organizationId);
    }

    private static boolean silent(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown() -> true;
            case Outcome.NotNow notNow -> notNow.code().equals("CONNECT");
            case Outcome.Accepted accepted -> false;
            case Outcome.Never never -> false;
        };
    }

    private void silent(Gateway gateway) {
        int inARow = count(gateway).incrementAndGet();
        if (inARow < Breaker.ENOUGH_IN_RAMP) return;
        Instant now = clock.instant();
        Breaker breaker = lately(gateway, now);
        boolean enough = inARow >= (breaker.state() == BreakerState.RAMP ? Breaker.ENOUGH_IN_RAMP : Breaker.ENOUGH);
        if (breaker.state() == BreakerState.OPEN || !enough) return;
        if (store.open(breaker, now, now.plus(Breaker.untilProbe(0)))) {
            LOG.warn("{} did not answer {} times in a row: its texts wait", gateway, inARow);
            if (breaker.state() == BreakerState.CLOSED) tell(gateway);
            announce.publishEvent(new ProviderChanged(gateway, BreakerState.OPEN));
        }
        forget(gateway);
    }

    private void answered(Gateway gateway) {
        count(gateway).set(0);
        Instant now = clock.instant();
        if (lately(gateway, now).state() == BreakerState.OPEN) {
            if (store.ramp(gateway, now)) {
                LOG.info("{} answers again: its texts leave, ever faster", gateway);
                announce.publishEvent(new ProviderChanged(gateway, BreakerState.RAMP));
            }
            forget(gateway);
        }
    }

    private boolean probe(Gateway gateway, SenderId senderId, Instant now) {
        Breaker fresh = store.get(gateway);
        boolean mine = fresh.probeDue(now) && store.takeProbe(fresh, now.plus(Breaker.untilProbe(fresh.probes() + 1)));
        forget(gateway);
        if (mine) probing.put(gateway, senderId);
        return mine;
    }

    private int ramp(Gateway gateway, int wanted, Instant now) {
        Breaker fresh = store.get(gateway);
        if (fresh.rampOver(now)) {
            transaction.executeWithoutResult(status -> {
                if (store.close(gateway)) over(gateway);
            });
            forget(gateway);
            return wanted;
        }
        int given = (int) Math.clamp(fresh.rampLeft(now), 0, wanted);
        // Who loses against another server asks again with the next round.
        return given > 0 && store.takeOfRamp(fresh, given) ? given : 0;
    }

    private void tell(Gateway gateway) {
        store.organizations(gateway)
                .forEach(organizationId -> notices.tell(
                        organizationId,
                        NOTICE,
                        gateway.name(),
                        Sentence.of("senders.notice.down", Sentence.of("senders.gateway." + gateway)),
                        Optional.empty()));
    }

    private void over(Gateway gateway) {
        LOG.info("{} answers as it should", gateway);
        store.organizations(gateway).forEach(here -> notices.over(here, NOTICE, gateway.name()));
        announce.publishEvent(new ProviderChanged(gateway, BreakerState.CLOSED));
    }

    private AtomicInteger count(Gateway gateway) {
        return java.util.Objects.requireNonNull(troubles.get(gateway));
    }

    private Optional<Gateway> gateway(SenderId senderId) {
        return Optional.ofNullable(
                gateways.get(senderId, asked -> store.gatewayOf(asked).orElse(null)));
    }

    private Breaker lately(Gateway gateway, Instant now) {
        Known last = known.get(gateway);
        if (last == null || Duration.between(last.at(), now).abs().compareTo(KNOWN_FOR) >= 0) {
            last = new Known(store.get(gateway), now);
            known.put(gateway, last);
        }
        return last.breaker();
    }

    /** What was known a moment ago is not so any more. */
    void forget(Gateway gateway) {
        known.remove(gateway);
    }
}
