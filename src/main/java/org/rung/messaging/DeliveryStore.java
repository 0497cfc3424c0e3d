package org.rung.messaging;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.MESSAGES;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.senders.DeliveryReport;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** What became of texts after they were handed over. */
@Repository
class DeliveryStore {
    private final DSLContext dsl;

    DeliveryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Optional<Delivery> lock(OrganizationId organizationId, DeliveryReport report) {
        return dsl.select(
                        MESSAGES.MESSAGE_ID,
                        MESSAGES.PHONE,
                        MESSAGES.PURPOSE,
                        MESSAGES.TOPIC_ID,
                        MESSAGES.SENDER_ID,
                        MESSAGES.STATE,
                        MESSAGES.ATTEMPTS,
                        MESSAGES.PROVIDER_ID,
                        MESSAGES.SENT_AT)
                .from(MESSAGES)
                .where(report.messageId()
                        .map(MESSAGES.MESSAGE_ID::eq)
                        .orElseGet(() -> MESSAGES.PROVIDER_ID.eq(report.providerId())))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .forUpdate()
                .fetchOptional(DeliveryStore::delivery);
    }

    void move(Delivery delivery, DeliveryReport report, Verdict verdict, Instant now) {
        var update = dsl.update(MESSAGES)
                .set(MESSAGES.STATE, verdict.state())
                .set(MESSAGES.HOLD, verdict.hold().orElse(null))
                .set(MESSAGES.DUE_AT, verdict.dueAt().orElse(null))
                .set(MESSAGES.ERROR_CODE, verdict.errorCode().orElse(null))
                .set(MESSAGES.PROVIDER_ID, report.providerId())
                .set(MESSAGES.SENT_AT, coalesce(MESSAGES.SENT_AT, val(now, MESSAGES.SENT_AT)));
        if (verdict.state() == MessageState.DELIVERED) {
            update = update.set(MESSAGES.DELIVERED_AT, now);
        }
        update.where(MESSAGES.MESSAGE_ID.eq(delivery.messageId())).execute();
    }

    /** A text whose answer was lost, as it was handed over, and how often it was looked up in vain. */
    record Doubt(Claim claim, int attempt, SenderId sender, Instant claimedAt, int lookups) {}

    /** Due doubts, put off for a while so that no other node takes them too. */
    List<MessageId> putOff(List<MessageId> due, Instant until) {
        if (!due.isEmpty()) {
            dsl.update(MESSAGES)
                    .set(MESSAGES.DUE_AT, until)
                    .where(MESSAGES.MESSAGE_ID.in(due))
                    .execute();
        }
        return due;
    }

    List<Doubt> doubts(List<Claim> claims) {
        Map<MessageId, Claim> texts = claims.stream()
                .filter(claim -> claim.sender().isPresent())
                .collect(Collectors.toMap(Claim::messageId, claim -> claim));
        return dsl.select(MESSAGES.MESSAGE_ID, MESSAGES.CLAIMED_AT, MESSAGES.LOOKUPS)
                .from(MESSAGES)
                .where(MESSAGES.MESSAGE_ID.in(texts.keySet()))
                .fetch(row -> {
                    Claim claim = Objects.requireNonNull(texts.get(row.value1()));
                    return new Doubt(claim, claim.attempts(), claim.sender().orElseThrow(), row.value2(), row.value3());
                });
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
                        .where(MESSAGES.MESSAGE_ID.eq(doubt.claim().messageId()))
                        .and(MESSAGES.STATE.eq(MessageState.UNCONFIRMED))
                        .and(MESSAGES.ATTEMPTS.eq((short) doubt.attempt()))
                        .execute()
                == 1;
    }

    boolean absent(Doubt doubt, Optional<Duration> again, Instant now) {
        return dsl.update(MESSAGES)
                        .set(MESSAGES.STATE, again.isPresent() ? MessageState.UNCONFIRMED : MessageState.QUEUED)
                        .set(MESSAGES.LOOKUPS, (byte) (doubt.lookups() + 1))
                        .set(MESSAGES.LOOKED_UP_AT, now)
                        .set(MESSAGES.DUE_AT, again.map(now::plus).orElse(now))
                        .where(MESSAGES.MESSAGE_ID.eq(doubt.claim().messageId()))
                        .and(MESSAGES.STATE.eq(MessageState.UNCONFIRMED))
                        .and(MESSAGES.ATTEMPTS.eq((short) doubt.attempt()))
                        .and(MESSAGES.LOOKUPS.eq((byte) doubt.lookups()))
                        .execute()
                == 1;
    }

    private static Delivery delivery(Record row) {
        return new Delivery(
                row.get(MESSAGES.MESSAGE_ID),
                row.get(MESSAGES.PHONE),
                row.get(MESSAGES.PURPOSE),
                Optional.ofNullable(row.get(MESSAGES.TOPIC_ID)),
                Optional.ofNullable(row.get(MESSAGES.SENDER_ID)),
                row.get(MESSAGES.STATE),
                row.get(MESSAGES.ATTEMPTS),
                Optional.ofNullable(row.get(MESSAGES.PROVIDER_ID)),
                Optional.ofNullable(row.get(MESSAGES.SENT_AT)));
    }
}
