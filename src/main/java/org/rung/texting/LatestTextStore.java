package org.rung.texting;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.THREADS;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** The texts of several people as lists show them. */
@Repository
class LatestTextStore {
    private final DSLContext db;

    LatestTextStore(DSLContext db) {
        this.db = db;
    }

    record Latest(String body, Instant at, boolean inbound) {}

    Map<PhoneNumber, Latest> latest(OrganizationId organizationId, List<PhoneNumber> phones) {
        if (phones.isEmpty()) {
            return Map.of();
        }
        var newest = select(MESSAGES.PHONE, max(MESSAGES.MESSAGE_ID).as("message_id"))
                .from(THREADS)
                .join(MESSAGES)
                .on(MESSAGES.THREAD_ID.eq(THREADS.THREAD_ID))
                .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.in(phones))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(MESSAGES.PURPOSE.ne(Purpose.CODE))
                .groupBy(MESSAGES.PHONE)
                .asTable("newest");
        Map<PhoneNumber, Latest> latest = new HashMap<>();
        db.select(MESSAGES.PHONE, MESSAGES.BODY, MESSAGES.HAPPENED_AT, MESSAGES.DIRECTION)
                .from(newest)
                .join(MESSAGES)
                .on(MESSAGES.MESSAGE_ID.eq(newest.field("message_id", MESSAGES.MESSAGE_ID.getDataType())))
                .forEach(row ->
                        latest.put(row.value1(), new Latest(row.value2(), row.value3(), row.value4() == Direction.IN)));
        return latest;
    }

    List<SupporterTexts.Line> texts(OrganizationId organizationId, SupporterId supporterId, Instant before, int limit) {
        return db.select(MESSAGES.HAPPENED_AT, MESSAGES.DIRECTION, MESSAGES.BODY)
                .from(SUPPORTER_PHONES)
                .join(THREADS)
                .on(THREADS.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(THREADS.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .join(MESSAGES)
                .on(MESSAGES.THREAD_ID.eq(THREADS.THREAD_ID))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.SUPPORTER_ID.eq(supporterId))
                .and(MESSAGES.HAPPENED_AT.lt(before))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(MESSAGES.PURPOSE.ne(Purpose.CODE))
                .orderBy(MESSAGES.HAPPENED_AT.desc())
                .limit(limit)
                .fetch(row -> new SupporterTexts.Line(row.value1(), row.value2() == Direction.IN, row.value3()));
    }
}
