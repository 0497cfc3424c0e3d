package org.rung.messaging;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.THREADS;
import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectConditionStep;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** Texts that come in. */
@Repository
class InboxStore {
    private final DSLContext dsl;

    InboxStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What is known of a number when a text comes from it. */
    record Before(
            Optional<ThreadId> thread,
            Optional<SenderId> threadSender,
            Optional<ConsentKind> consent,
            boolean unreachable,
            Optional<Long> topicId,
            Optional<MessageState> lastOfTopic) {

        /** Once a text left us, none of its conversation waits to be the first: they go in order. */
        boolean lastTextLeft() {
            return lastOfTopic
                    .filter(state -> state != MessageState.HELD && state != MessageState.QUEUED)
                    .isPresent();
        }
    }

    /** One read by keys. */
    Before before(OrganizationId organizationId, PhoneNumber phone, SenderId sender) {
        Field<Long> topicId = field(out(MESSAGES.TOPIC_ID, organizationId, phone, sender)
                .and(MESSAGES.TOPIC_ID.isNotNull())
                .orderBy(MESSAGES.HAPPENED_AT.desc())
                .limit(1));
        Field<MessageState> lastOfTopic = field(out(MESSAGES.STATE, organizationId, phone, sender)
                .and(MESSAGES.TOPIC_ID.isNotNull())
                .orderBy(MESSAGES.HAPPENED_AT.desc())
                .limit(1));
        var row = dsl.select(
                        THREADS.THREAD_ID,
                        THREADS.SENDER_ID,
                        PHONE_CONSENTS.CONSENT,
                        UNREACHABLE_PHONES.TIMES,
                        topicId,
                        lastOfTopic)
                .from(selectOne().asTable("one"))
                .leftJoin(THREADS)
                .on(THREADS.ORGANIZATION_ID.eq(organizationId).and(THREADS.PHONE.eq(phone)))
                .leftJoin(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(organizationId).and(PHONE_CONSENTS.PHONE.eq(phone)))
                .leftJoin(UNREACHABLE_PHONES)
                .on(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(organizationId).and(UNREACHABLE_PHONES.PHONE.eq(phone)))
                .fetchSingle();
        return new Before(
                Optional.ofNullable(row.value1()),
                Optional.ofNullable(row.value2()),
                Optional.ofNullable(row.value3()),
                row.value4() != null,
                Optional.ofNullable(row.value5()),
                Optional.ofNullable(row.value6()));
    }

    /** What the latest text to them was. */
    Optional<Purpose> lastOut(OrganizationId organizationId, PhoneNumber phone, SenderId sender) {
        return dsl.fetchOptional(out(MESSAGES.PURPOSE, organizationId, phone, sender)
                        .orderBy(MESSAGES.HAPPENED_AT.desc())
                        .limit(1))
                .map(org.jooq.Record1::value1);
    }

    private <T> SelectConditionStep<org.jooq.Record1<T>> out(
            Field<T> what, OrganizationId organizationId, PhoneNumber phone, SenderId sender) {
        return select(what)
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.PHONE.eq(phone))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.SENDER_ID.eq(sender))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED));
    }

    /** Whoever claims or cancels for this number waits until we are done. */
    void lock(ThreadId threadId) {
        dsl.select(THREADS.THREAD_ID)
                .from(THREADS)
                .where(THREADS.THREAD_ID.eq(threadId))
                .forUpdate()
                .fetch();
    }

    /** False when this very text is stored already: providers deliver again whenever they are not sure. */
    boolean add(OrganizationId organizationId, Text text, String providerId) {
        return dsl.insertInto(MESSAGES)
                        .set(MESSAGES.MESSAGE_ID, text.messageId())
                        .set(MESSAGES.ORGANIZATION_ID, organizationId)
                        .set(MESSAGES.THREAD_ID, text.threadId())
                        .set(MESSAGES.SENDER_ID, text.sender().orElse(null))
                        .set(MESSAGES.PHONE, text.phone())
                        .set(MESSAGES.DIRECTION, Direction.IN)
                        .set(MESSAGES.PURPOSE, Purpose.INBOUND)
                        .set(MESSAGES.STATE, MessageState.RECEIVED)
                        .set(MESSAGES.BODY, text.body())
                        .set(MESSAGES.SEGMENTS, (short) text.segments())
                        .set(MESSAGES.MEDIA_COUNT, (byte) text.mediaCount())
                        .set(MESSAGES.TOPIC_ID, text.topicId().orElse(null))
                        .set(MESSAGES.PROVIDER_ID, providerId)
                        .set(MESSAGES.HAPPENED_AT, text.happenedAt())
                        .set(MESSAGES.CREATED_AT, text.happenedAt())
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** Answers leave from where the person wrote to. */
    void answerFrom(ThreadId threadId, SenderId sender) {
        dsl.update(THREADS)
                .set(THREADS.SENDER_ID, sender)
                .where(THREADS.THREAD_ID.eq(threadId))
                .execute();
    }

    boolean helpedSince(OrganizationId organizationId, PhoneNumber phone, Instant since) {
        return dsl.fetchExists(select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.PHONE.eq(phone))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.HAPPENED_AT.gt(since))
                .and(MESSAGES.PURPOSE.eq(Purpose.HELP)));
    }
}
