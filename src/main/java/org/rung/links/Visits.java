package org.rung.links;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which sites a supporter went to from our texts. */
@Service
public class Visits {
    private final ClickStore store;

    Visits(ClickStore store) {
        this.store = store;
    }

    public record Visit(Instant happenedAt, String host, String url) {}

    /** The latest before that instant first; programs' scans are not among them, nor what an action tells. */
    @Transactional(readOnly = true)
    public List<Visit> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        actor.must(Permission.SEE_PEOPLE);
        return store.visits(actor.organization(), supporterId, before, limit).stream()
                .map(visit ->
                        new Visit(visit.happenedAt(), URI.create(visit.url()).getHost(), visit.url()))
                .toList();
    }
}
