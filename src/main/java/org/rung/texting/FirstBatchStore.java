package org.rung.texting;

import static org.rung.db.Tables.ASSIGNMENTS;

import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.springframework.stereotype.Repository;

@Repository
class FirstBatchStore {
    private final DSLContext db;

    FirstBatchStore(DSLContext db) {
        this.db = db;
    }

    boolean had(MemberId memberId) {
        return db.fetchExists(ASSIGNMENTS, ASSIGNMENTS.MEMBER_ID.eq(memberId));
    }
}
