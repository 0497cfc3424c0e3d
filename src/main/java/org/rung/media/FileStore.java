package org.rung.media;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ATTACHMENTS;
import static org.rung.db.Tables.MEDIA_FILES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Files, each once an organization. */
@Repository
class FileStore {
    private final DSLContext dsl;

    FileStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The file as it is kept: this one, or the one with the same bytes that was there before. */
    MediaFile keep(OrganizationId organizationId, MediaFile file, Instant now) {
        // The same bytes from two people at once: one insert counts.
        dsl.insertInto(MEDIA_FILES)
                .set(MEDIA_FILES.MEDIA_FILE_ID, file.mediaFileId())
                .set(MEDIA_FILES.ORGANIZATION_ID, organizationId)
                .set(MEDIA_FILES.DIGEST, file.digest())
                .set(MEDIA_FILES.TYPE, file.type())
                .set(MEDIA_FILES.SIZE, file.size())
                .set(MEDIA_FILES.BLOB_NAME, file.blobName())
                .set(MEDIA_FILES.SHOWN_NAME, file.shownName().orElse(null))
                .set(MEDIA_FILES.SHOWN_TYPE, file.shownType().map(Enum::name).orElse(null))
                .set(MEDIA_FILES.WIDTH, file.width().orElse(null))
                .set(MEDIA_FILES.HEIGHT, file.height().orElse(null))
                .set(MEDIA_FILES.CREATED_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
        return dsl.selectFrom(MEDIA_FILES)
                .where(MEDIA_FILES.ORGANIZATION_ID.eq(organizationId))
                .and(MEDIA_FILES.DIGEST.eq(file.digest()))
                .forUpdate()
                .fetchSingle(FileStore::file);
    }

    Optional<MediaFile> find(OrganizationId organizationId, MediaFileId mediaFileId) {
        return dsl.selectFrom(MEDIA_FILES)
                .where(MEDIA_FILES.MEDIA_FILE_ID.eq(mediaFileId))
                .and(MEDIA_FILES.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(FileStore::file);
    }

    void delete(MediaFileId mediaFileId) {
        dsl.deleteFrom(MEDIA_FILES)
                .where(MEDIA_FILES.MEDIA_FILE_ID.eq(mediaFileId))
                .execute();
    }

    /** Those of them that no text has any more are deleted; they are what is left to delete where the bytes are. */
    List<MediaFile> dropUnused(Collection<MediaFileId> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        // Whoever is about to use one has locked it; what they did is seen only by a statement after the lock.
        dsl.select(MEDIA_FILES.MEDIA_FILE_ID)
                .from(MEDIA_FILES)
                .where(MEDIA_FILES.MEDIA_FILE_ID.in(files))
                .orderBy(MEDIA_FILES.MEDIA_FILE_ID)
                .forUpdate()
                .fetch();
        List<MediaFile> unused = dsl.selectFrom(MEDIA_FILES)
                .where(MEDIA_FILES.MEDIA_FILE_ID.in(files))
                .and(notExists(
                        selectOne().from(ATTACHMENTS).where(ATTACHMENTS.MEDIA_FILE_ID.eq(MEDIA_FILES.MEDIA_FILE_ID))))
                .fetch(FileStore::file);
        unused.forEach(file -> delete(file.mediaFileId()));
        return unused;
    }

    static MediaFile file(Record row) {
        return new MediaFile(
                row.get(MEDIA_FILES.MEDIA_FILE_ID),
                row.get(MEDIA_FILES.DIGEST),
                row.get(MEDIA_FILES.TYPE),
                row.get(MEDIA_FILES.SIZE),
                row.get(MEDIA_FILES.BLOB_NAME),
                Optional.ofNullable(row.get(MEDIA_FILES.SHOWN_NAME)),
                Optional.ofNullable(row.get(MEDIA_FILES.SHOWN_TYPE)).map(FileType::valueOf),
                Optional.ofNullable(row.get(MEDIA_FILES.WIDTH)),
                Optional.ofNullable(row.get(MEDIA_FILES.HEIGHT)));
    }
}
