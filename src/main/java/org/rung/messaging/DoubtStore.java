package org.rung.messaging;

import static org.rung.db.Tables.FORGOTTEN_TEXTS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SENDERS;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.MessageId;
import org.springframework.stereotype.Repository;

/** Texts of which nobody knows whether the provider has them. */
@Repository
class DoubtStore {
    private final DSLContext dsl;

    DoubtStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Put off for a while, so that no other node takes them too. */
    List<Doubt> take(List<MessageId> due, Instant until) {
        if (due.isEmpty()) {
            return List.of();
        }
        dsl.update(MESSAGES)
                .set(MESSAGES.DUE_AT, until)
                .where(MESSAGES.MESSAGE_ID.in(due))
                .execute();
        return dsl.select(
                        MESSAGES.ORGANIZATION_ID,
                        MESSAGES.MESSAGE_ID,
                        MESSAGES.PHONE,
                        MESSAGES.PURPOSE,
                        MESSAGES.TOPIC_ID,
                        MESSAGES.BODY,
                        MESSAGES.ATTEMPTS,
                        MESSAGES.CLAIMED_AT,
                        MESSAGES.LOOKUPS,
                        SENDERS.SENDER_ID,
                        SENDERS.RETIRED_AT,
                        FORGOTTEN_TEXTS.MESSAGE_ID)
                .from(MESSAGES)
                .join(SENDERS)
                .on(SENDERS.SENDER_ID.eq(MESSAGES.SENDER_ID))
                .leftJoin(FORGOTTEN_TEXTS)
                .on(FORGOTTEN_TEXTS.MESSAGE_ID.eq(MESSAGES.MESSAGE_ID))
                .where(MESSAGES.MESSAGE_ID.in(due))
                .fetch(DoubtStore::doubt);
    }

    /** Which of these are already known to be other texts. */
    Set<String> known(Collection<String> providerIds) {
        return new HashSet<>(dsl.select(MESSAGES.PROVIDER_ID)
                .from(MESSAGES)
                .where(MESSAGES.PROVIDER_ID.in(providerIds))
                .fetch(MESSAGES.PROVIDER_ID));
    }

    boolean found(Doubt doubt, String providerId, Instant now) {
        return dsl.update(MESSAGES)
                        .set(MESSAGES.STATE, MessageState.SENT)
                        .set(MESSAGES.PROVIDER_ID, providerId)
                        .set(MESSAGES.SENT_AT, doubt.claimedAt())
                        .set(MESSAGES.LOOKED_UP_AT, now)
                        .set(MESSAGES.DUE_AT, now.plus(OutboxStore.NO_NEWS))
                        .where(still(doubt))
                        .execute()
                == 1;
    }

    /** Not there: it is looked for again after that time, or else leaves. */
    boolean absent(Doubt doubt, Optional<Duration> again, Instant now) {
        return dsl.update(MESSAGES)
                        .set(MESSAGES.STATE, again.isPresent() ? MessageState.UNCONFIRMED : MessageState.QUEUED)
                        .set(MESSAGES.LOOKUPS, (byte) (doubt.lookups() + 1))
                        .set(MESSAGES.LOOKED_UP_AT, now)
                        .set(MESSAGES.DUE_AT, again.map(now::plus).orElse(now))
                        .where(still(doubt))
                        .and(MESSAGES.LOOKUPS.eq((byte) doubt.lookups()))
                        .execute()
                == 1;
    }

    /** From now on only a person, or a late report, says what became of it. */
    boolean leave(Doubt doubt, String code) {
        return dsl.update(MESSAGES)
                        .set(MESSAGES.HOLD, Hold.PERSON)
                        .set(MESSAGES.ERROR_CODE, code)
                        .setNull(MESSAGES.DUE_AT)
                        .where(still(doubt))
                        .execute()
                == 1;
    }

    /** Nobody will ever know. */
    boolean giveUp(Doubt doubt) {
        return dsl.update(MESSAGES)
                        .set(MESSAGES.STATE, MessageState.UNKNOWN)
                        .set(MESSAGES.SENT_AT, doubt.claimedAt())
                        .setNull(MESSAGES.DUE_AT)
                        .where(still(doubt))
                        .execute()
                == 1;
    }

    private static Condition still(Doubt doubt) {
        return MESSAGES.MESSAGE_ID
                .eq(doubt.messageId())
                .and(MESSAGES.STATE.eq(MessageState.UNCONFIRMED))
                .and(MESSAGES.ATTEMPTS.eq((short) doubt.attempt()));
    }

    private static Doubt doubt(Record row) {
        return new Doubt(
                row.get(MESSAGES.ORGANIZATION_ID),
                row.get(MESSAGES.MESSAGE_ID),
                row.get(MESSAGES.PHONE),
                row.get(MESSAGES.PURPOSE),
                Optional.ofNullable(row.get(MESSAGES.TOPIC_ID)),
                row.get(MESSAGES.BODY),
                row.get(MESSAGES.ATTEMPTS),
                row.get(SENDERS.SENDER_ID),
                row.get(SENDERS.RETIRED_AT) != null,
                row.get(FORGOTTEN_TEXTS.MESSAGE_ID) != null,
                row.get(MESSAGES.CLAIMED_AT),
                row.get(MESSAGES.LOOKUPS));
    }
}
