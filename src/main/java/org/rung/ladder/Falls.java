package org.rung.ladder;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets those fall whose time has run out. */
@Service
class Falls {
    private final StandingStore store;
    private final LockStore locks;
    private final Folding folding;
    private final Clock clock;

    Falls(StandingStore store, LockStore locks, Folding folding, Clock clock) {
        this.store = store;
        this.locks = locks;
        this.folding = folding;
        this.clock = clock;
    }

    /** One batch in one transaction; false when there are none left. */
    @Transactional
    boolean some(int batch) {
        List<StandingStore.Due> due = store.falling(clock.instant(), batch);
        people(due).forEach(folding::fold);
        return due.size() == batch;
    }

    /** Those whose hold has ended by itself stand where rules and time put them; one batch, false when none are left. */
    @Transactional
    boolean release(int batch) {
        Instant now = clock.instant();
        List<StandingStore.Due> due = locks.ending(now, batch);
        people(due).forEach((organizationId, who) -> {
            folding.fold(organizationId, who);
            locks.ended(organizationId, who, now);
        });
        return due.size() == batch;
    }

    private static Map<OrganizationId, Set<SupporterId>> people(List<StandingStore.Due> due) {
        Map<OrganizationId, Set<SupporterId>> people = new HashMap<>();
        due.forEach(one -> people.computeIfAbsent(one.organizationId(), id -> new HashSet<>())
                .add(one.supporterId()));
        return people;
    }
}
