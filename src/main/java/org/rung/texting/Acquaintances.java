package org.rung.texting;

import org.rung.people.AcquaintanceForgotten;
import org.rung.people.Acquainted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whom a texter comes to know while a campaign runs is offered to them first, too, unless somebody else has them. */
@Component
class Acquaintances {
    private final AcquaintanceStore store;

    Acquaintances(AcquaintanceStore store) {
        this.store = store;
    }

    @EventListener
    void acquainted(Acquainted news) {
        store.known(news.organizationId(), news.supporters());
    }

    @EventListener
    void forgotten(AcquaintanceForgotten news) {
        store.unknown(news.organizationId(), news.memberId(), news.supporters());
    }
}
