package org.rung.payments;

import static org.rung.db.Tables.CHECKOUTS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** Pages on which they began to pay. */
@Repository
class CheckoutBelongingsStore extends PlainBelongingsStore {
    CheckoutBelongingsStore(DSLContext db) {
        super(db, "checkout", CHECKOUTS.ORGANIZATION_ID, CHECKOUTS.CHECKOUT_ID, CHECKOUTS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 42;
    }
}
