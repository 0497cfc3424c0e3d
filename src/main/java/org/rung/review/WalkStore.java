package org.rung.review;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.EDITED_TEXTS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.REVIEW_FAILURES;
import static org.rung.db.Tables.REVIEW_FORGOTTEN;
import static org.rung.db.Tables.REVIEW_WALKS;
import static org.rung.db.Tables.THREADS;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.BulkInsert;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.springframework.stereotype.Repository;

/** Walking all texts by their ids, which are in the order in which they were made; and those to be forgotten. */
@Repository
class WalkStore {
    static final Set<MessageState> FAILED = EnumSet.of(MessageState.FAILED, MessageState.UNDELIVERED);

    /** What nobody may read, or nobody wrote to a supporter. */
    private static final Set<Purpose> LEFT_OUT = EnumSet.of(Purpose.CODE, Purpose.TEST);

    private final DSLContext db;

    WalkStore(DSLContext db) {
        this.db = db;
    }

    enum Walk {
        FIRST,
        SECOND
    }

    /** How far it is; nobody else walks it until the transaction ends. */
    long reached(Walk walk) {
        return db.select(REVIEW_WALKS.REACHED)
                .from(REVIEW_WALKS)
                .where(REVIEW_WALKS.WALK.eq(walk.name()))
                .forUpdate()
                .fetchSingle(REVIEW_WALKS.REACHED);
    }

    void reached(Walk walk, long message) {
        db.update(REVIEW_WALKS)
                .set(REVIEW_WALKS.REACHED, message)
                .where(REVIEW_WALKS.WALK.eq(walk.name()))
                .execute();
    }

    /** The id of the last text of the next so many, or nothing where none is left. */
    Optional<Long> end(long after, long until, int most) {
        return db
                .select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.MESSAGE_ID.gt(new MessageId(after)))
                .and(MESSAGES.MESSAGE_ID.le(new MessageId(until)))
                .orderBy(MESSAGES.MESSAGE_ID)
                .limit(most)
                .fetch(row -> row.value1().value())
                .stream()
                .reduce((one, next) -> next);
    }

    /** In the order of their ids. */
    List<Indexed> between(long after, long until) {
        return indexed(MESSAGES.MESSAGE_ID.gt(new MessageId(after)).and(MESSAGES.MESSAGE_ID.le(new MessageId(until))));
    }

    List<Indexed> these(Collection<Long> messages) {
        return indexed(
                MESSAGES.MESSAGE_ID.in(messages.stream().map(MessageId::new).toList()));
    }

    /** By organization the ids of the texts between. */
    Map<OrganizationId, List<Long>> ids(long after, long until) {
        Map<OrganizationId, List<Long>> ids = new LinkedHashMap<>();
        db.select(MESSAGES.ORGANIZATION_ID, MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.MESSAGE_ID.gt(new MessageId(after)))
                .and(MESSAGES.MESSAGE_ID.le(new MessageId(until)))
                .and(MESSAGES.PURPOSE.notIn(LEFT_OUT))
                .forEach(row -> ids.computeIfAbsent(row.value1(), any -> new java.util.ArrayList<>())
                        .add(row.value2().value()));
        return ids;
    }

    private List<Indexed> indexed(Condition which) {
        return db.select(
                        MESSAGES.ORGANIZATION_ID,
                        MESSAGES.MESSAGE_ID,
                        MESSAGES.BODY,
                        MESSAGES.DIRECTION,
                        MESSAGES.PURPOSE,
                        MESSAGES.MEMBER_ID,
                        MESSAGES.STATE,
                        MESSAGES.ERROR_CODE,
                        coalesce(MESSAGES.MEMBER_ID, CONVERSATIONS.MEMBER_ID),
                        CONVERSATIONS.CAMPAIGN_ID,
                        REVIEW_FORGOTTEN.MESSAGE_ID,
                        EDITED_TEXTS.MESSAGE_ID)
                .from(MESSAGES)
                .leftJoin(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class).eq(MESSAGES.TOPIC_ID))
                .leftJoin(REVIEW_FORGOTTEN)
                .on(REVIEW_FORGOTTEN.MESSAGE_ID.eq(MESSAGES.MESSAGE_ID))
                .leftJoin(EDITED_TEXTS)
                .on(EDITED_TEXTS.MESSAGE_ID.eq(MESSAGES.MESSAGE_ID))
                .where(which)
                .and(MESSAGES.PURPOSE.notIn(LEFT_OUT))
                .orderBy(MESSAGES.MESSAGE_ID)
                .fetch(WalkStore::indexed);
    }

    private static Indexed indexed(Record row) {
        Direction direction = row.get(MESSAGES.DIRECTION);
        return new Indexed(
                row.get(MESSAGES.ORGANIZATION_ID),
                row.get(MESSAGES.MESSAGE_ID).value(),
                row.get(REVIEW_FORGOTTEN.MESSAGE_ID) == null ? row.get(MESSAGES.BODY) : "",
                direction,
                Optional.ofNullable(row.get(MESSAGES.MEMBER_ID)).filter(any -> direction == Direction.OUT),
                row.get(MESSAGES.PURPOSE) == Purpose.FIRST_TEXT && row.get(EDITED_TEXTS.MESSAGE_ID) == null,
                Optional.ofNullable(row.get(CONVERSATIONS.CAMPAIGN_ID)),
                Optional.ofNullable(row.get(8, org.rung.common.MemberId.class)),
                Optional.ofNullable(row.get(MESSAGES.ERROR_CODE))
                        .filter(code -> FAILED.contains(row.get(MESSAGES.STATE))));
    }

    void failed(Collection<Indexed> texts) {
        BulkInsert.all(
                db,
                // Known twice is known.
                "insert ignore into review_failures (organization_id, error_code, message_id) values ",
                texts.stream().filter(text -> text.failed().isPresent()).toList(),
                (cells, text) -> cells.number(text.organizationId().value())
                        .words(text.failed().orElseThrow())
                        .number(text.messageId()));
    }

    void failed(OrganizationId here, MessageId message, String code) {
        db.insertInto(REVIEW_FAILURES)
                .set(REVIEW_FAILURES.ORGANIZATION_ID, here)
                .set(REVIEW_FAILURES.ERROR_CODE, code)
                .set(REVIEW_FAILURES.MESSAGE_ID, message)
                // A report may come twice.
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** All texts with these numbers are to lose their words here too. */
    void forget(OrganizationId here, Collection<PhoneNumber> phones) {
        db.insertInto(REVIEW_FORGOTTEN, REVIEW_FORGOTTEN.MESSAGE_ID, REVIEW_FORGOTTEN.ORGANIZATION_ID)
                .select(select(MESSAGES.MESSAGE_ID, MESSAGES.ORGANIZATION_ID)
                        .from(THREADS)
                        .join(MESSAGES)
                        .on(MESSAGES.THREAD_ID.eq(THREADS.THREAD_ID))
                        .where(THREADS.ORGANIZATION_ID.eq(here))
                        .and(THREADS.PHONE.in(phones)))
                // Erased twice is erased.
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** By organization those that are still in it. */
    Map<OrganizationId, List<Long>> toForget(int most) {
        Map<OrganizationId, List<Long>> waiting = new LinkedHashMap<>();
        db.select(REVIEW_FORGOTTEN.ORGANIZATION_ID, REVIEW_FORGOTTEN.MESSAGE_ID)
                .from(REVIEW_FORGOTTEN)
                .where(REVIEW_FORGOTTEN.GONE_AT.isNull())
                .limit(most)
                .forEach(row -> waiting.computeIfAbsent(row.value1(), any -> new java.util.ArrayList<>())
                        .add(row.value2().value()));
        return waiting;
    }

    int gone(Collection<Long> messages, Instant now) {
        return db.update(REVIEW_FORGOTTEN)
                .set(REVIEW_FORGOTTEN.GONE_AT, now)
                .where(REVIEW_FORGOTTEN.MESSAGE_ID.in(
                        messages.stream().map(MessageId::new).toList()))
                .execute();
    }
}
