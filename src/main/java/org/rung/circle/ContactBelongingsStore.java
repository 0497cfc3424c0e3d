package org.rung.circle;

import static org.rung.db.Tables.CONTACTS;

import org.jooq.DSLContext;
import org.rung.people.PlainBelongingsStore;
import org.springframework.stereotype.Repository;

/** Whom members know from their own phones and have shared: it leads to the person wherever they are. */
@Repository
class ContactBelongingsStore extends PlainBelongingsStore {
    ContactBelongingsStore(DSLContext db) {
        super(db, "contact", CONTACTS.ORGANIZATION_ID, CONTACTS.CONTACT_ID, CONTACTS.SUPPORTER_ID);
    }

    @Override
    public int order() {
        return 70;
    }
}
