package org.rung.commitments;

import static org.rung.db.Tables.COMMITMENTS;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.people.PlainBelongingsStore;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** What they promised. */
@Repository
class CommitmentBelongingsStore extends PlainBelongingsStore {
    CommitmentBelongingsStore(DSLContext db) {
        super(db, "promise", COMMITMENTS.ORGANIZATION_ID, COMMITMENTS.COMMITMENT_ID, COMMITMENTS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Map<String, Map<SupporterId, Integer>> count(OrganizationId organizationId, Collection<SupporterId> people) {
        return counted("promises", organizationId, people);
    }
}
