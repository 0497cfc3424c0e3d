package org.rung.people;

import static org.rung.db.Tables.SUPPORTER_NOTES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class NoteStore {
    private final DSLContext db;

    NoteStore(DSLContext db) {
        this.db = db;
    }

    void add(OrganizationId organization, SupporterId supporter, Optional<MemberId> member, String words, Instant now) {
        db.insertInto(
                        SUPPORTER_NOTES,
                        SUPPORTER_NOTES.NOTE_ID,
                        SUPPORTER_NOTES.ORGANIZATION_ID,
                        SUPPORTER_NOTES.SUPPORTER_ID,
                        SUPPORTER_NOTES.MEMBER_ID,
                        SUPPORTER_NOTES.WORDS,
                        SUPPORTER_NOTES.CREATED_AT)
                .values(Id.next(), organization, supporter, member.orElse(null), words, now)
                .execute();
    }

    List<Note> before(OrganizationId organization, SupporterId supporter, Instant before, int limit) {
        return db.select(SUPPORTER_NOTES.MEMBER_ID, SUPPORTER_NOTES.WORDS, SUPPORTER_NOTES.CREATED_AT)
                .from(SUPPORTER_NOTES)
                .where(
                        SUPPORTER_NOTES.ORGANIZATION_ID.eq(organization),
                        SUPPORTER_NOTES.SUPPORTER_ID.eq(supporter),
                        SUPPORTER_NOTES.CREATED_AT.lt(before))
                .orderBy(SUPPORTER_NOTES.CREATED_AT.desc(), SUPPORTER_NOTES.NOTE_ID.desc())
                .limit(limit)
                .fetch(row -> new Note(Optional.ofNullable(row.value1()), row.value2(), row.value3()));
    }
}
