package org.rung.asks;

import static org.rung.db.Tables.ASKINGS;

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

/** What they were asked. */
@Repository
class AskingBelongingsStore implements Belongings {
    private static final String KIND = "asking";

    private final DSLContext db;
    private final Owned<SupporterId> theirs = new Owned<>(ASKINGS.ASKING_ID, ASKINGS.SUPPORTER_ID);

    AskingBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> tables() {
        return Set.of("askings");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = ASKINGS.ORGANIZATION_ID.eq(pair.organizationId());
        return HandedOver.all(KIND, theirs.handOver(db, here, pair.gone(), pair.kept()));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = ASKINGS.ORGANIZATION_ID.eq(pair.organizationId());
        theirs.give(db, here, estate.rows(KIND), pair.kept(), pair.gone());
    }
}
