package org.rung.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.senders.Area;
import org.rung.senders.PeopleOfSenders;
import org.rung.senders.Sender;
import org.rung.senders.SenderChanged;
import org.rung.senders.SenderId;
import org.rung.senders.SenderOpened;
import org.rung.senders.SenderRates;
import org.rung.senders.Senders;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which number a person gets who has none: near to them, and with room. */
@Component
class Pools implements PeopleOfSenders {
    /** How full a number is may be so old: nodes may overfill it by what they give away in that time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Senders senders;
    private final SenderRates rates;
    private final PoolStore store;
    private final AuditLog audit;
    private final Cache<OrganizationId, Pool> pools;

    Pools(Senders senders, SenderRates rates, PoolStore store, AuditLog audit, Clock clock) {
        this.senders = senders;
        this.rates = rates;
        this.store = store;
        this.audit = audit;
        this.pools = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Empty only where the organization has no number at all. */
    Optional<SenderId> choose(OrganizationId organizationId, PhoneNumber phone) {
        Pool pool = Objects.requireNonNull(pools.get(organizationId, this::read));
        return pool.choose(() -> Area.of(phone.text()));
    }

    /** Says in the log that people got another number, once for all of them. */
    void moved(OrganizationId organizationId, SenderId sender, int people) {
        audit.add(
                new Actor.System(organizationId),
                "thread.sender-changed",
                "sender",
                Optional.of(sender.value()),
                Integer.toString(people));
    }

    @Override
    public Map<SenderId, Long> people(OrganizationId organizationId) {
        return store.people(senders.all(organizationId).stream()
                .filter(sender -> sender.pacing().kind().fills())
                .map(Sender::senderId)
                .toList());
    }

    @Override
    public Map<SenderId, Long> people(Collection<SenderId> some) {
        return store.people(some);
    }

    private Pool read(OrganizationId organizationId) {
        List<Sender> all = senders.all(organizationId);
        Map<SenderId, Long> people = all.size() < 2 ? Map.of() : people(organizationId);
        List<Pool.Member> members = new ArrayList<>();
        for (Sender sender : all) {
            members.add(new Pool.Member(
                    sender.senderId(),
                    sender.area(),
                    sender.pausedAt().isEmpty(),
                    rates.places(sender.pacing()),
                    people.getOrDefault(sender.senderId(), 0L)));
        }
        return new Pool(members);
    }

    @Everywhere
    void opened(SenderOpened opened) {
        pools.invalidate(opened.organizationId());
    }

    @Everywhere
    void changed(SenderChanged changed) {
        pools.invalidate(changed.organizationId());
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        pools.invalidateAll();
    }
}
