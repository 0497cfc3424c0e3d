package org.rung.impact;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leaderboard, for organizations that turn it on. It has a top and no bottom, and whoever wants is not on it. */
@Service
public class Leaders {
    static final int SHOWN = 10;
    static final Duration OVER = Duration.ofDays(28);

    private final LeaderStore store;
    private final AuditLog audit;
    private final Clock clock;

    Leaders(LeaderStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean on(Actor actor) {
        return store.on(actor.organization());
    }

    /** Off until an admin turns it on. */
    @Transactional
    public void turn(Actor actor, boolean on) {
        actor.must(Permission.ADMINISTER);
        if (store.on(actor.organization()) == on) return;
        store.turn(actor.organization(), on);
        var here = Optional.of(actor.organization().value());
        if (on) audit.add(actor, "leaderboard.opened", "organization", here, "");
        else audit.add(actor, "leaderboard.closed", "organization", here, "");
    }

    /** The first ten by promises kept, people who came and promises made; empty where there is no leaderboard. Needs TEXT. */
    @Transactional(readOnly = true)
    public Optional<List<Leader>> top(Actor actor) {
        actor.must(Permission.TEXT);
        return store.on(actor.organization())
                ? Optional.of(store.top(actor.organization(), clock.instant().minus(OVER), SHOWN))
                : Optional.empty();
    }

    /** Whether the member has chosen not to be on it. */
    @Transactional(readOnly = true)
    public boolean hidden(Actor.Member actor) {
        return store.hidden(actor.organization(), actor.memberId());
    }

    @Transactional
    public void hide(Actor.Member actor, boolean hidden) {
        store.hide(actor.organization(), actor.memberId(), hidden);
    }
}
