package org.rung.cast;

import static org.rung.db.Tables.PAYMENT_ACCOUNTS;

import org.jooq.DSLContext;
import org.rung.common.OrganizationId;

/** A page to give on, where nobody pays. */
public final class Paying {
    private Paying() {}

    public static void opened(DSLContext db, OrganizationId here) {
        db.insertInto(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.ORGANIZATION_ID, here)
                .set(PAYMENT_ACCOUNTS.WORD, "w" + here.text())
                .set(PAYMENT_ACCOUNTS.HOOK_CODE, "h" + here.text())
                .set(PAYMENT_ACCOUNTS.SECRET_SEALED, "sealed")
                .set(PAYMENT_ACCOUNTS.SIGNING_SEALED, "sealed")
                .set(PAYMENT_ACCOUNTS.OPENED, true)
                .set(PAYMENT_ACCOUNTS.CURRENCY, "USD")
                .set(PAYMENT_ACCOUNTS.AMOUNTS, "1000")
                .execute();
    }

    public static void closed(DSLContext db, OrganizationId here) {
        db.update(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.OPENED, false)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(here))
                .execute();
    }
}
