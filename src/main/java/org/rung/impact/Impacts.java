package org.rung.impact;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member moved: only their own, and without anybody to compare it with. All of it needs TEXT. */
@Service
public class Impacts {
    static final int WEEKS = 12;
    private static final Duration LATELY = Duration.ofDays(7);

    private final ImpactStore store;
    private final Organizations organizations;
    private final Clock clock;

    Impacts(ImpactStore store, Organizations organizations, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Over twelve weeks of the organization's own clocks; what was voided counts nothing. Two statements, and the zone. */
    @Transactional(readOnly = true)
    public Impact mine(Actor.Member actor) {
        actor.must(Permission.TEXT);
        var zone = organizations.get(actor.organization()).zone();
        var weeks = Weeks.until(clock.instant(), zone, WEEKS);
        return new Impact(
                weeks.mondays(),
                store.people(actor.organization(), actor.memberId(), weeks),
                store.rises(actor.organization(), actor.memberId(), weeks.begins(0)));
    }

    /** Whom they moved up in the last seven days. */
    @Transactional(readOnly = true)
    public List<Rise> lately(Actor.Member actor) {
        actor.must(Permission.TEXT);
        return store.rises(
                actor.organization(), actor.memberId(), clock.instant().minus(LATELY));
    }
}
