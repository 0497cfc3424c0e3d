package org.rung.messaging;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.senders.DeliveryReport;
import org.rung.senders.ErrorPolicy;
import org.springframework.stereotype.Repository;

/** What became of texts after they were handed over. */
@Repository
class DeliveryStore {
    private final DSLContext dsl;

    DeliveryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Names the text of a report: our id where it came along, else what the provider calls it. */
    static Object key(DeliveryReport report) {
        return report.messageId().isPresent() ? report.messageId().get() : report.providerId();
    }

    /** By {@link #key}. */
    Map<Object, Delivery> lock(OrganizationId organizationId, List<DeliveryReport> reports) {
        Map<Object, Delivery> found = new HashMap<>();
        List<MessageId> ours =
                reports.stream().flatMap(report -> report.messageId().stream()).toList();
        List<String> theirs = reports.stream()
                .filter(report -> report.messageId().isEmpty())
                .map(DeliveryReport::providerId)
                .toList();
        if (!ours.isEmpty()) {
            lock(organizationId, MESSAGES.MESSAGE_ID.in(ours)).forEach(text -> found.put(text.messageId(), text));
        }
        if (!theirs.isEmpty()) {
            lock(organizationId, MESSAGES.PROVIDER_ID.in(theirs))
                    .forEach(text -> text.providerId().ifPresent(id -> found.put(id, text)));
        }
        return found;
    }

    private List<Delivery> lock(OrganizationId organizationId, Condition which) {
        return dsl.select(
                        MESSAGES.MESSAGE_ID,
                        MESSAGES.PHONE,
                        MESSAGES.PURPOSE,
                        MESSAGES.TOPIC_ID,
                        MESSAGES.SENDER_ID,
                        MESSAGES.STATE,
                        MESSAGES.ATTEMPTS,
                        MESSAGES.PROVIDER_ID,
                        MESSAGES.RETRIED,
                        MESSAGES.SENT_AT)
                .from(MESSAGES)
                .where(which)
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .orderBy(MESSAGES.MESSAGE_ID)
                .forUpdate()
                .fetch(DeliveryStore::delivery);
    }

    /** What a report makes of a text. */
    record Move(Delivery text, DeliveryReport report, Verdict verdict) {
        /** Those with the same change are written together. */
        record Change(
                MessageState state,
                Optional<Hold> hold,
                Optional<Instant> dueAt,
                Optional<String> errorCode,
                boolean oneMore) {}

        private Change change() {
            boolean oneMore = verdict.policy() == ErrorPolicy.ONE_RETRY && verdict.state() == MessageState.QUEUED;
            return new Change(verdict.state(), verdict.hold(), verdict.dueAt(), verdict.errorCode(), oneMore);
        }

        private boolean names() {
            return !text.providerId().equals(Optional.of(report.providerId()));
        }
    }

    void move(List<Move> moves, Instant now) {
        moves.stream().collect(Collectors.groupingBy(Move::change)).forEach((change, each) -> move(change, each, now));
    }

    private void move(Move.Change change, List<Move> moves, Instant now) {
        var update = dsl.update(MESSAGES)
                .set(MESSAGES.STATE, change.state())
                .set(MESSAGES.HOLD, change.hold().orElse(null))
                .set(MESSAGES.DUE_AT, change.dueAt().orElse(null))
                .set(MESSAGES.ERROR_CODE, change.errorCode().orElse(null))
                .set(MESSAGES.SENT_AT, coalesce(MESSAGES.SENT_AT, val(now, MESSAGES.SENT_AT)));
        if (change.oneMore()) {
            update = update.set(MESSAGES.RETRIED, true);
        }
        if (change.state() == MessageState.DELIVERED) {
            update = update.set(MESSAGES.DELIVERED_AT, now);
        }
        Map<MessageId, String> named = moves.stream()
                .filter(Move::names)
                .collect(Collectors.toMap(
                        move -> move.text().messageId(), move -> move.report().providerId()));
        if (!named.isEmpty()) {
            update = update.set(
                    MESSAGES.PROVIDER_ID,
                    case_(MESSAGES.MESSAGE_ID).mapValues(named).otherwise(MESSAGES.PROVIDER_ID));
        }
        update.where(MESSAGES.MESSAGE_ID.in(
                        moves.stream().map(move -> move.text().messageId()).toList()))
                .execute();
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
                row.get(MESSAGES.RETRIED),
                Optional.ofNullable(row.get(MESSAGES.SENT_AT)));
    }
}
