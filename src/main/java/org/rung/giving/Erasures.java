package org.rung.giving;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.rung.people.SupportersErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Books of money are kept by law for years; who is erased leaves them all the same: the amount, the day and the way stay. */
@Component("giftErasures")
class Erasures {
    private final LedgerStore store;
    private final Clock clock;

    Erasures(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void erased(SupportersErased people) {
        store.erase(
                people.organizationId(), people.supporters(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
