package org.rung.giving;

import static org.rung.db.Tables.GIFTS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** What they gave; the evidence of it goes along by itself. */
@Repository
class GiftBelongingsStore extends PlainBelongingsStore {
    GiftBelongingsStore(DSLContext db) {
        super(db, "gift", GIFTS.ORGANIZATION_ID, GIFTS.GIFT_ID, GIFTS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 40;
    }
}
