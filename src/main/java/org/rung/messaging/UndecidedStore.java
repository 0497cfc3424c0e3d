package org.rung.messaging;

import static org.jooq.impl.DSL.coalesce;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Texts that wait for a person's word: from one index, in which they stand without a time. */
@Repository
class UndecidedStore {
    private final DSLContext dsl;

    UndecidedStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<Text> all(OrganizationId organizationId, int limit) {
        return dsl.select(TextStore.COLUMNS)
                .from(MESSAGES)
                .where(forPerson(organizationId))
                .orderBy(MESSAGES.MESSAGE_ID)
                .limit(limit)
                .fetch(TextStore::text);
    }

    int count(OrganizationId organizationId, int most) {
        return dsl.selectCount()
                .from(dsl.select(MESSAGES.MESSAGE_ID)
                        .from(MESSAGES)
                        .where(forPerson(organizationId))
                        .limit(most)
                        .asTable("some"))
                .fetchSingle(0, Integer.class);
    }

    /** Those of them that still wait. */
    List<Text> lock(OrganizationId organizationId, Collection<MessageId> messages) {
        return dsl.select(TextStore.COLUMNS)
                .from(MESSAGES)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .and(forPerson(organizationId))
                .orderBy(MESSAGES.MESSAGE_ID)
                .forUpdate()
                .fetch(TextStore::text);
    }

    void queue(Collection<MessageId> messages, Instant now) {
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.QUEUED)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.ERROR_CODE)
                .set(MESSAGES.DUE_AT, now)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    void cancel(Collection<MessageId> messages) {
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.CANCELLED)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.ERROR_CODE)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    /** Doubts of which a person says what became of them: they count as having left when they were claimed. */
    void settle(Collection<MessageId> messages, MessageState state, Instant now) {
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, state)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.ERROR_CODE)
                .set(MESSAGES.SENT_AT, coalesce(MESSAGES.SENT_AT, MESSAGES.CLAIMED_AT))
                .set(MESSAGES.DELIVERED_AT, state == MessageState.DELIVERED ? now : null)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    private static Condition forPerson(OrganizationId organizationId) {
        return MESSAGES.STATE
                .in(MessageState.HELD, MessageState.UNCONFIRMED)
                .and(MESSAGES.DUE_AT.isNull())
                .and(MESSAGES.HOLD.in(Hold.PERSON, Hold.REVIEW))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId));
    }
}
