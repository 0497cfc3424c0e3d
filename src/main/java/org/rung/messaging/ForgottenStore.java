package org.rung.messaging;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.FORGOTTEN_TEXTS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.THREADS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

/** Words exchanged with people who were erased. */
@Repository
class ForgottenStore {
    private final DSLContext dsl;

    ForgottenStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Drops the words of all texts with these numbers; of those on their way it notes that they are to be dropped. */
    void forget(OrganizationId organizationId, List<PhoneNumber> phones) {
        Condition theirs = MESSAGES.THREAD_ID.in(select(THREADS.THREAD_ID)
                .from(THREADS)
                .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.in(phones)));
        // A lost answer is looked up by the words. Noted twice is noted.
        dsl.insertInto(FORGOTTEN_TEXTS, FORGOTTEN_TEXTS.MESSAGE_ID)
                .select(select(MESSAGES.MESSAGE_ID)
                        .from(MESSAGES)
                        .where(theirs)
                        .and(MESSAGES.STATE.in(MessageState.SENDING, MessageState.UNCONFIRMED)))
                .onDuplicateKeyIgnore()
                .execute();
        dsl.update(MESSAGES)
                .set(MESSAGES.BODY, "")
                .where(theirs)
                .and(MESSAGES.STATE.notIn(MessageState.SENDING, MessageState.UNCONFIRMED))
                .execute();
    }

    /** Those of the noted ones of which it is known what became of them. */
    List<MessageId> settled(int limit) {
        return dsl.select(MESSAGES.MESSAGE_ID)
                .from(FORGOTTEN_TEXTS)
                .join(MESSAGES)
                .on(MESSAGES.MESSAGE_ID.eq(FORGOTTEN_TEXTS.MESSAGE_ID))
                .where(MESSAGES.STATE.notIn(MessageState.SENDING, MessageState.UNCONFIRMED))
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(MESSAGES.MESSAGE_ID);
    }

    void wipe(List<MessageId> settled) {
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.CANCELLED)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.DUE_AT)
                .set(MESSAGES.ERROR_CODE, "ERASED")
                .where(MESSAGES.MESSAGE_ID.in(settled))
                .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                .execute();
        dsl.update(MESSAGES)
                .set(MESSAGES.BODY, "")
                .where(MESSAGES.MESSAGE_ID.in(settled))
                .execute();
        dsl.deleteFrom(FORGOTTEN_TEXTS)
                .where(FORGOTTEN_TEXTS.MESSAGE_ID.in(settled))
                .execute();
    }
}
