package org.rung.payments;

import static org.rung.db.Tables.GIVE_LINKS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** Links in their name. */
@Repository
class GiveLinkBelongingsStore extends PlainBelongingsStore {
    GiveLinkBelongingsStore(DSLContext db) {
        super(db, "give link", GIVE_LINKS.ORGANIZATION_ID, GIVE_LINKS.GIVE_LINK_ID, GIVE_LINKS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 41;
    }
}
