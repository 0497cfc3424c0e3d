package org.rung.checkin;

import static org.rung.db.Tables.CHECK_INS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.rsvps.RsvpId;
import org.springframework.stereotype.Repository;

/** What was done at doors, each once. */
@Repository
class CheckInStore {
    private final DSLContext db;

    CheckInStore(DSLContext db) {
        this.db = db;
    }

    /** False where that key was used before, by the unique key: the same page sent it twice. */
    boolean add(
            OrganizationId here,
            EventId eventId,
            CheckInDraft draft,
            CheckInWay way,
            boolean undone,
            Optional<MemberId> by,
            Instant now) {
        return db.insertInto(CHECK_INS)
                        .set(CHECK_INS.CHECK_IN_ID, Id.next())
                        .set(CHECK_INS.ORGANIZATION_ID, here)
                        .set(CHECK_INS.EVENT_ID, eventId)
                        .set(CHECK_INS.CLIENT_KEY, draft.key())
                        .set(CHECK_INS.WAY, way)
                        .set(CHECK_INS.UNDONE, undone)
                        .set(CHECK_INS.BY_MEMBER_ID, by.orElse(null))
                        .set(CHECK_INS.HAPPENED_AT, draft.at())
                        .set(CHECK_INS.RECORDED_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    void about(OrganizationId here, EventId eventId, String key, RsvpId rsvpId) {
        db.update(CHECK_INS)
                .set(CHECK_INS.RSVP_ID, rsvpId)
                .where(CHECK_INS.ORGANIZATION_ID.eq(here), CHECK_INS.EVENT_ID.eq(eventId), CHECK_INS.CLIENT_KEY.eq(key))
                .execute();
    }
}
