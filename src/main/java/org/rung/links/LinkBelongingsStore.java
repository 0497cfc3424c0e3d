package org.rung.links;

import static org.rung.db.Tables.LINKS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** Their short links; with a link go its clicks. */
@Repository
class LinkBelongingsStore extends PlainBelongingsStore {
    LinkBelongingsStore(DSLContext db) {
        super(db, "link", LINKS.ORGANIZATION_ID, LINKS.LINK_ID, LINKS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 40;
    }
}
