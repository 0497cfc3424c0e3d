package org.rung.hosting;

import static org.rung.db.Tables.EVENTS;
import static org.rung.db.Tables.KIT_FILES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.events.EventId;
import org.rung.media.Papers;
import org.springframework.stereotype.Repository;

/** What is in the kits of umbrellas. */
@Repository
class KitFileStore {
    private final DSLContext db;

    KitFileStore(DSLContext db) {
        this.db = db;
    }

    /** Whoever adds another file to this kit waits until the transaction ends. */
    void lock(OrganizationId here, EventId umbrella) {
        db.select(EVENTS.EVENT_ID)
                .from(EVENTS)
                .where(EVENTS.ORGANIZATION_ID.eq(here), EVENTS.EVENT_ID.eq(umbrella))
                .forUpdate()
                .fetch();
    }

    void add(OrganizationId here, KitFile file, Optional<MemberId> by, Instant now) {
        db.insertInto(KIT_FILES)
                .set(KIT_FILES.KIT_FILE_ID, file.kitFileId())
                .set(KIT_FILES.ORGANIZATION_ID, here)
                .set(KIT_FILES.EVENT_ID, file.umbrella())
                .set(KIT_FILES.NAME, file.name())
                .set(KIT_FILES.TYPE, file.file().type())
                .set(KIT_FILES.SIZE, file.file().size())
                .set(KIT_FILES.DIGEST, file.file().digest())
                .set(KIT_FILES.BLOB_NAME, file.file().blobName())
                .set(KIT_FILES.MEMBER_ID, by.orElse(null))
                .set(KIT_FILES.ADDED_AT, now)
                .execute();
    }

    /** In the order in which they were added. */
    List<KitFile> of(OrganizationId here, EventId umbrella) {
        return db.selectFrom(KIT_FILES)
                .where(KIT_FILES.ORGANIZATION_ID.eq(here), KIT_FILES.EVENT_ID.eq(umbrella))
                .orderBy(KIT_FILES.KIT_FILE_ID)
                .fetch(KitFileStore::file);
    }

    Optional<KitFile> find(OrganizationId here, KitFileId id) {
        return db.selectFrom(KIT_FILES)
                .where(KIT_FILES.ORGANIZATION_ID.eq(here), KIT_FILES.KIT_FILE_ID.eq(id))
                .fetchOptional(KitFileStore::file);
    }

    /** False when somebody else has removed it. */
    boolean remove(OrganizationId here, KitFileId id) {
        return db.deleteFrom(KIT_FILES)
                        .where(KIT_FILES.ORGANIZATION_ID.eq(here), KIT_FILES.KIT_FILE_ID.eq(id))
                        .execute()
                == 1;
    }

    private static KitFile file(Record row) {
        return new KitFile(
                row.get(KIT_FILES.KIT_FILE_ID),
                row.get(KIT_FILES.EVENT_ID),
                row.get(KIT_FILES.NAME),
                new Papers.Kept(
                        row.get(KIT_FILES.BLOB_NAME),
                        row.get(KIT_FILES.TYPE),
                        row.get(KIT_FILES.SIZE),
                        row.get(KIT_FILES.DIGEST)));
    }
}
