package org.rung.nudges;

import static org.rung.db.Tables.SHIFT_QUESTIONS;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.Batch;
import org.rung.events.EventId;
import org.springframework.stereotype.Repository;

/** Who was asked which shift they mean. */
@Repository
class QuestionStore {
    private final DSLContext db;

    QuestionStore(DSLContext db) {
        this.db = db;
    }

    void ask(OrganizationId here, PhoneNumber phone, EventId eventId, Instant now) {
        db.query(
                        "insert into shift_questions (organization_id, phone, event_id, asked_at) values (?, ?, ?, ?)"
                                + " on duplicate key update event_id = values(event_id), asked_at = values(asked_at)",
                        here.value(),
                        phone.text(),
                        eventId.value(),
                        Batch.utc(now))
                .execute();
    }

    Map<PhoneNumber, EventId> asked(OrganizationId here, Collection<PhoneNumber> phones, Instant since) {
        return db.select(SHIFT_QUESTIONS.PHONE, SHIFT_QUESTIONS.EVENT_ID)
                .from(SHIFT_QUESTIONS)
                .where(
                        SHIFT_QUESTIONS.ORGANIZATION_ID.eq(here),
                        SHIFT_QUESTIONS.PHONE.in(phones),
                        SHIFT_QUESTIONS.ASKED_AT.ge(since))
                .fetchMap(SHIFT_QUESTIONS.PHONE, SHIFT_QUESTIONS.EVENT_ID);
    }

    void answered(OrganizationId here, PhoneNumber phone) {
        db.deleteFrom(SHIFT_QUESTIONS)
                .where(SHIFT_QUESTIONS.ORGANIZATION_ID.eq(here), SHIFT_QUESTIONS.PHONE.eq(phone))
                .execute();
    }
}
