package org.rung.payments;

import static org.rung.db.Tables.STANDING_GIFTS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** What they give every month. */
@Repository
class StandingBelongingsStore extends PlainBelongingsStore {
    StandingBelongingsStore(DSLContext db) {
        super(
                db,
                "standing gift",
                STANDING_GIFTS.ORGANIZATION_ID,
                STANDING_GIFTS.STANDING_GIFT_ID,
                STANDING_GIFTS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 43;
    }
}
