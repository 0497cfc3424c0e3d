package org.rung.journeys;

import org.jooq.DSLContext;

/** What other tests left in the database's queue: a house of its own would send that too. */
final class Leftovers {
    private Leftovers() {}

    static void cancel(DSLContext db) {
        db.execute("update messages set state = 'CANCELLED', due_at = null"
                + " where state in ('QUEUED', 'HELD', 'SENDING', 'UNCONFIRMED')");
    }
}
