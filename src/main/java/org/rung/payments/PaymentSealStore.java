package org.rung.payments;

import static org.rung.db.Tables.PAYMENT_ACCOUNTS;

import org.jooq.DSLContext;
import org.jooq.TableField;
import org.rung.accounts.Sealing;
import org.rung.accounts.Secrets;
import org.rung.db.tables.records.PaymentAccountsRecord;
import org.springframework.stereotype.Repository;

/** The keys of all organizations' providers, as they are sealed. */
@Repository
class PaymentSealStore implements Sealing {
    private final DSLContext db;
    private final Secrets secrets;

    PaymentSealStore(DSLContext db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    @Override
    public Result sealAnew() {
        return sealAnew(PAYMENT_ACCOUNTS.SECRET_SEALED).plus(sealAnew(PAYMENT_ACCOUNTS.SIGNING_SEALED));
    }

    private Result sealAnew(TableField<PaymentAccountsRecord, String> column) {
        var former = db.select(column)
                .from(PAYMENT_ACCOUNTS)
                .where(column.notLike(secrets.beginning() + "%"))
                .fetch(column);
        return secrets.anew(
                former,
                (old, anew) -> db.update(PAYMENT_ACCOUNTS)
                                .set(column, anew)
                                .where(column.eq(old))
                                .execute()
                        > 0);
    }
}
