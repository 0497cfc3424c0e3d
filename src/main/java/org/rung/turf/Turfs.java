package org.rung.turf;

import java.util.Collection;
import java.util.List;
import org.jooq.Record1;
import org.jooq.Select;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterFilter;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;

/** Which supporters are whose to talk to. */
@Service
public class Turfs {
    public Turf get(Actor actor, TurfId turfId) {
        throw new UnsupportedOperationException("built next");
    }

    /** By name; at most 1,000. */
    public List<Turf> all(Actor actor) {
        throw new UnsupportedOperationException("built next");
    }

    public TurfId cut(Actor actor, String name, SupporterFilter filter) {
        throw new UnsupportedOperationException("built next");
    }

    public TurfId list(Actor actor, String name, Collection<SupporterId> supporters) {
        throw new UnsupportedOperationException("built next");
    }

    public long count(Actor actor, SupporterFilter filter) {
        throw new UnsupportedOperationException("built next");
    }

    /** How many different numbers could be texted now. */
    public long textable(Actor actor, TurfId turfId) {
        throw new UnsupportedOperationException("built next");
    }

    /** For set-based statements of other rooms' stores: select supporter_id of everyone in it. */
    public Select<Record1<SupporterId>> supporters(OrganizationId organizationId, TurfId turfId) {
        throw new UnsupportedOperationException("built next");
    }
}
