package org.rung.ladder;

import java.time.Clock;
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
    private final Folding folding;
    private final Clock clock;

    Falls(StandingStore store, Folding folding, Clock clock) {
        this.store = store;
        this.folding = folding;
        this.clock = clock;
    }

    /** One batch in one transaction; false when there are none left. */
    @Transactional
    boolean some(int batch) {
        List<StandingStore.Due> due = store.falling(clock.instant(), batch);
        Map<OrganizationId, Set<SupporterId>> people = new HashMap<>();
        due.forEach(one -> people.computeIfAbsent(one.organizationId(), id -> new HashSet<>())
                .add(one.supporterId()));
        people.forEach(folding::fold);
        return due.size() == batch;
    }
}
