package org.rung.asks;

import static org.rung.db.Tables.ASKINGS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** What they were asked. */
@Repository
class AskingBelongingsStore extends PlainBelongingsStore {
    AskingBelongingsStore(DSLContext db) {
        super(db, "asking", ASKINGS.ORGANIZATION_ID, ASKINGS.ASKING_ID, ASKINGS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 40;
    }
}
