package org.rung.commitments;

import static org.rung.db.Tables.COMMITMENTS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.database.Owned;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** What they promised. */
@Repository
class CommitmentBelongingsStore implements Belongings {
    private static final String KIND = "promise";

    private final DSLContext db;
    private final Owned<SupporterId> theirs = new Owned<>(COMMITMENTS.COMMITMENT_ID, COMMITMENTS.SUPPORTER_ID);

    CommitmentBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<String> tables() {
        return Set.of("commitments");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = COMMITMENTS.ORGANIZATION_ID.eq(pair.organizationId());
        return HandedOver.all(KIND, theirs.handOver(db, here, pair.gone(), pair.kept()));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = COMMITMENTS.ORGANIZATION_ID.eq(pair.organizationId());
        theirs.give(db, here, estate.rows(KIND), pair.kept(), pair.gone());
    }

    @Override
    public Map<String, Map<SupporterId, Integer>> count(OrganizationId organizationId, Collection<SupporterId> people) {
        return Map.of("promises", theirs.count(db, COMMITMENTS.ORGANIZATION_ID.eq(organizationId), people));
    }
}
