package org.rung.links;

import static org.rung.db.Tables.LINKS;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.database.Owned;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** Their short links; with a link go its clicks. */
@Repository
class LinkBelongingsStore implements Belongings {
    private static final String KIND = "link";

    private final DSLContext db;
    private final Owned<SupporterId> theirs = new Owned<>(LINKS.LINK_ID, LINKS.SUPPORTER_ID);

    LinkBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> tables() {
        return Set.of("links");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = LINKS.ORGANIZATION_ID.eq(pair.organizationId());
        return HandedOver.all(KIND, theirs.handOver(db, here, pair.gone(), pair.kept()));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = LINKS.ORGANIZATION_ID.eq(pair.organizationId());
        theirs.give(db, here, estate.rows(KIND), pair.kept(), pair.gone());
    }
}
