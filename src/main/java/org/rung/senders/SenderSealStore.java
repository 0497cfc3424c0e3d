package org.rung.senders;

import static org.rung.db.Tables.SENDERS;

import org.jooq.DSLContext;
import org.jooq.TableField;
import org.rung.accounts.Sealing;
import org.rung.accounts.Secrets;
import org.rung.db.tables.records.SendersRecord;
import org.springframework.stereotype.Repository;

/** The tokens of all organizations' senders, as they are sealed. */
@Repository
class SenderSealStore implements Sealing {
    private final DSLContext dsl;
    private final Secrets secrets;

    SenderSealStore(DSLContext dsl, Secrets secrets) {
        this.dsl = dsl;
        this.secrets = secrets;
    }

    @Override
    public Result sealAnew() {
        return sealAnew(SENDERS.TOKEN_SEALED).plus(sealAnew(SENDERS.PREVIOUS_TOKEN_SEALED));
    }

    private Result sealAnew(TableField<SendersRecord, String> column) {
        var former = dsl.select(column)
                .from(SENDERS)
                .where(column.notLike(secrets.beginning() + "%"))
                .fetch(column);
        return secrets.anew(
                former,
                (old, anew) -> dsl.update(SENDERS)
                                .set(column, anew)
                                .where(column.eq(old))
                                .execute()
                        > 0);
    }
}
