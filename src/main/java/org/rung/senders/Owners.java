package org.rung.senders;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whose addresses webhooks name, as they were at most ten seconds ago: every text that comes in asks for the same few. */
@Component
class Owners {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record Asked(String accountSid, List<String> addresses) {}

    private final SenderStore store;
    private final Cache<Asked, AddressOwner> remembered;

    Owners(SenderStore store, Clock clock) {
        this.store = store;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** An address that nobody owns is asked for each time. */
    Optional<AddressOwner> lately(String accountSid, Collection<String> addresses) {
        Asked asked = new Asked(accountSid, List.copyOf(addresses));
        Optional<AddressOwner> known = Optional.ofNullable(remembered.getIfPresent(asked));
        return known.isPresent() ? known : now(asked);
    }

    /** As the database has it at this moment. */
    Optional<AddressOwner> now(String accountSid, Collection<String> addresses) {
        return now(new Asked(accountSid, List.copyOf(addresses)));
    }

    private Optional<AddressOwner> now(Asked asked) {
        Optional<AddressOwner> found = store.owner(asked.accountSid(), asked.addresses());
        found.ifPresentOrElse(owner -> remembered.put(asked, owner), () -> remembered.invalidate(asked));
        return found;
    }

    @Everywhere
    void changed(SenderChanged change) {
        remembered.asMap().values().removeIf(owner -> owner.sender().senderId().equals(change.senderId()));
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        remembered.invalidateAll();
    }
}
