package org.rung.messaging;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SENDERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** Texts that wait for a sender: theirs pauses, was retired, or there is none yet. */
@Repository
class ParkedStore {
    private final DSLContext dsl;

    ParkedStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** For texts without a sender, or whose sender was retired: the oldest that runs, per organization. */
    Map<OrganizationId, SenderId> usualSenders(Collection<OrganizationId> organizations) {
        Map<OrganizationId, SenderId> usual = new HashMap<>();
        dsl.select(SENDERS.ORGANIZATION_ID, SENDERS.SENDER_ID)
                .from(SENDERS)
                .where(SENDERS.ORGANIZATION_ID.in(organizations))
                .and(SENDERS.RETIRED_AT.isNull())
                .and(SENDERS.PAUSED_AT.isNull())
                .orderBy(SENDERS.SENDER_ID)
                .fetch()
                .forEach(row -> usual.putIfAbsent(row.value1(), row.value2()));
        return usual;
    }

    /** Only texts whose sender was missing or retired change theirs, an organization at a time. */
    void give(Collection<MessageId> messages, SenderId sender) {
        dsl.update(MESSAGES)
                .set(MESSAGES.SENDER_ID, sender)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    void park(Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return;
        }
        dsl.update(MESSAGES)
                .set(MESSAGES.STATE, MessageState.QUEUED)
                .setNull(MESSAGES.HOLD)
                .setNull(MESSAGES.DUE_AT)
                .where(MESSAGES.MESSAGE_ID.in(messages))
                .execute();
    }

    /** What was parked leaves again when its organization has a sender that runs; some at a time. */
    int unpark(Instant now, int limit) {
        return dsl.update(MESSAGES)
                .set(MESSAGES.DUE_AT, now)
                .where(MESSAGES.STATE.eq(MessageState.QUEUED))
                .and(MESSAGES.DUE_AT.isNull())
                .and(MESSAGES.ORGANIZATION_ID.in(select(SENDERS.ORGANIZATION_ID)
                        .from(SENDERS)
                        .where(SENDERS.RETIRED_AT.isNull())
                        .and(SENDERS.PAUSED_AT.isNull())
                        .and(SENDERS.SENDER_ID
                                .eq(MESSAGES.SENDER_ID)
                                .or(MESSAGES.SENDER_ID.isNull())
                                .or(MESSAGES.SENDER_ID.in(select(SENDERS.as("gone").SENDER_ID)
                                        .from(SENDERS.as("gone"))
                                        .where(SENDERS.as("gone").RETIRED_AT.isNotNull()))))))
                .limit(limit)
                .execute();
    }
}
