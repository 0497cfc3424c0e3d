package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What the provider tells: stored before it is answered, then looked into. Ended in between, or while the provider is
 * silent, it is looked into again, ever more seldom, for a day; what is missed then is found at night.
 */
@Service
public class Tidings {
    private static final Logger LOG = LoggerFactory.getLogger(Tidings.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int TRIES = 11;

    private final TidingStore store;
    private final Learning learning;
    private final Clock clock;

    Tidings(TidingStore store, Learning learning, Clock clock) {
        this.store = store;
        this.learning = learning;
        this.clock = clock;
    }

    /** Whoever calls has checked the signature. The same again changes nothing. */
    public void hear(OrganizationId here, Told told) {
        if (store.add(here, told, now()))
            handle(new TidingStore.Waiting(here, told.eventId(), told.type(), told.subject(), 0));
    }

    /** Those that wait, at most so many; false when there were none. */
    boolean handleDue(int most) {
        var due = store.due(now(), most);
        due.forEach(this::handle);
        return !due.isEmpty();
    }

    private void handle(TidingStore.Waiting one) {
        Instant now = now();
        if (!store.take(one, now, now.plus(FIRST.multipliedBy(1L << Math.min(one.tries(), 9))))) return;
        try {
            Optional<EventKind> kind = EventKind.of(one.type());
            if (kind.isPresent()) learning.about(one.organizationId(), kind.get(), one.subject());
            store.settle(one, Optional.of(now));
        } catch (ProviderTrouble trouble) {
            later(one, trouble.trouble().name(), trouble.trouble() == Trouble.MISSING);
        } catch (Problem refused) {
            later(one, refused.getClass().getSimpleName(), false);
        }
    }

    private void later(TidingStore.Waiting one, String why, boolean never) {
        boolean over = never || one.tries() + 1 >= TRIES;
        LOG.warn(
                "{} of {} could not be looked into: {}{}",
                one.type(),
                one.organizationId(),
                why,
                over ? "; given up" : "");
        if (over) store.settle(one, Optional.empty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
