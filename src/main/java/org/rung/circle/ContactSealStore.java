package org.rung.circle;

import static org.rung.db.Tables.CONTACTS;

import org.jooq.DSLContext;
import org.rung.accounts.Sealing;
import org.rung.accounts.Secrets;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Everyone's contacts, as they are sealed: names, numbers and hashes get the first key together. */
@Repository
class ContactSealStore implements Sealing {
    private static final int BATCH = 1_000;

    private final DSLContext db;
    private final Secrets secrets;
    private final ContactSeal seal;

    ContactSealStore(DSLContext db, Secrets secrets, ContactSeal seal) {
        this.db = db;
        this.secrets = secrets;
        this.seal = seal;
    }

    @Override
    public Result sealAnew() {
        var all = new Result(0, 0);
        var after = new ContactId(Long.MIN_VALUE);
        while (true) {
            var former = db.select(CONTACTS.CONTACT_ID, CONTACTS.ORGANIZATION_ID, CONTACTS.CARD_SEALED)
                    .from(CONTACTS)
                    .where(CONTACTS.CONTACT_ID.gt(after))
                    .and(CONTACTS.CARD_SEALED.notLike(secrets.beginning() + "%"))
                    .orderBy(CONTACTS.CONTACT_ID)
                    .limit(BATCH)
                    .fetch();
            if (former.isEmpty()) return all;
            for (var row : former) {
                var card = seal.open(row.value3());
                if (card.isEmpty()) all = all.plus(new Result(0, 1));
                else if (replace(
                        row.value1(),
                        row.value3(),
                        card.get(),
                        seal.hash(row.value2(), card.get().phone()))) all = all.plus(new Result(1, 0));
            }
            after = former.getLast().value1();
        }
    }

    private boolean replace(ContactId contactId, String former, Card card, String hash) {
        try {
            return db.update(CONTACTS)
                            .set(CONTACTS.CARD_SEALED, seal.seal(card))
                            .set(CONTACTS.PHONE_HASH, hash)
                            .where(CONTACTS.CONTACT_ID.eq(contactId), CONTACTS.CARD_SEALED.eq(former))
                            .execute()
                    > 0;
        } catch (DuplicateKeyException twice) {
            // A node with the old key in front added someone whom the member already had under the new one.
            return db.deleteFrom(CONTACTS)
                            .where(CONTACTS.CONTACT_ID.eq(contactId), CONTACTS.CARD_SEALED.eq(former))
                            .execute()
                    > 0;
        }
    }
}
