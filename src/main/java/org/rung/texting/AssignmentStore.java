package org.rung.texting;

import static org.rung.db.Tables.ASSIGNMENTS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.springframework.stereotype.Repository;

/** What was given to whom, and when. */
@Repository
class AssignmentStore {
    private final DSLContext db;

    AssignmentStore(DSLContext db) {
        this.db = db;
    }

    void record(Lease lease, boolean byHand, int asked, int given, Optional<MemberId> madeBy, Instant now) {
        db.insertInto(ASSIGNMENTS)
                .set(ASSIGNMENTS.ASSIGNMENT_ID, lease.assignmentId())
                .set(ASSIGNMENTS.ORGANIZATION_ID, lease.organizationId())
                .set(ASSIGNMENTS.CAMPAIGN_ID, lease.campaignId())
                .set(ASSIGNMENTS.MEMBER_ID, lease.texter())
                .set(ASSIGNMENTS.KIND, lease.kind())
                .set(ASSIGNMENTS.BY_HAND, byHand)
                .set(ASSIGNMENTS.ASKED, asked)
                .set(ASSIGNMENTS.GIVEN, given)
                .set(ASSIGNMENTS.CREATED_AT, now)
                .set(ASSIGNMENTS.EXPIRES_AT, lease.until().orElse(null))
                .set(ASSIGNMENTS.MADE_BY_MEMBER_ID, madeBy.orElse(null))
                .execute();
    }

    /** By hand, in one statement. */
    void recordAll(List<Lease> leases, Map<MemberId, Integer> given, Optional<MemberId> madeBy, Instant now) {
        if (leases.isEmpty()) {
            return;
        }
        var insert = db.insertInto(
                ASSIGNMENTS,
                ASSIGNMENTS.ASSIGNMENT_ID,
                ASSIGNMENTS.ORGANIZATION_ID,
                ASSIGNMENTS.CAMPAIGN_ID,
                ASSIGNMENTS.MEMBER_ID,
                ASSIGNMENTS.KIND,
                ASSIGNMENTS.BY_HAND,
                ASSIGNMENTS.ASKED,
                ASSIGNMENTS.GIVEN,
                ASSIGNMENTS.CREATED_AT,
                ASSIGNMENTS.MADE_BY_MEMBER_ID);
        for (Lease lease : leases) {
            int many = given.getOrDefault(lease.texter(), 0);
            insert = insert.values(
                    lease.assignmentId(),
                    lease.organizationId(),
                    lease.campaignId(),
                    lease.texter(),
                    lease.kind(),
                    true,
                    many,
                    many,
                    now,
                    madeBy.orElse(null));
        }
        insert.execute();
    }

    void given(Lease lease, int given) {
        if (given == 0) {
            db.deleteFrom(ASSIGNMENTS)
                    .where(ASSIGNMENTS.ASSIGNMENT_ID.eq(lease.assignmentId()))
                    .execute();
        } else {
            db.update(ASSIGNMENTS)
                    .set(ASSIGNMENTS.GIVEN, given)
                    .where(ASSIGNMENTS.ASSIGNMENT_ID.eq(lease.assignmentId()))
                    .execute();
        }
    }
}
