package org.rung.media;

import static org.rung.db.Tables.ATTACHMENTS;
import static org.rung.db.Tables.MEDIA_FILES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.senders.ArrivedFile;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Repository;

/** Files with texts, on their way here and here. */
@Repository
class AttachmentStore {
    private final DSLContext dsl;

    AttachmentStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void arrived(
            OrganizationId organizationId,
            MessageId messageId,
            PhoneNumber phone,
            SenderId sender,
            List<AttachmentId> ids,
            List<ArrivedFile> files,
            Instant now) {
        dsl.batch(IntStream.range(0, files.size())
                        .mapToObj(nth -> dsl.insertInto(ATTACHMENTS)
                                .set(ATTACHMENTS.ATTACHMENT_ID, ids.get(nth))
                                .set(ATTACHMENTS.ORGANIZATION_ID, organizationId)
                                .set(ATTACHMENTS.MESSAGE_ID, messageId)
                                .set(ATTACHMENTS.POSITION, (byte) nth)
                                .set(ATTACHMENTS.PHONE, phone)
                                .set(ATTACHMENTS.SENDER_ID, sender)
                                .set(ATTACHMENTS.STATE, AttachmentState.WAITING)
                                .set(ATTACHMENTS.PROVIDER_URL, files.get(nth).url())
                                .set(ATTACHMENTS.CREATED_AT, now))
                        .toList())
                .execute();
    }

    /** A picture that a member is about to choose; its file comes after. */
    void offered(OrganizationId organizationId, AttachmentId id, MemberId author, String name, Instant now) {
        dsl.insertInto(ATTACHMENTS)
                .set(ATTACHMENTS.ATTACHMENT_ID, id)
                .set(ATTACHMENTS.ORGANIZATION_ID, organizationId)
                .set(ATTACHMENTS.MEMBER_ID, author)
                .set(ATTACHMENTS.STATE, AttachmentState.OFFERED)
                .set(ATTACHMENTS.NAME, name)
                .set(ATTACHMENTS.CREATED_AT, now)
                .execute();
    }

    void offered(AttachmentId id, MediaFileId file) {
        dsl.update(ATTACHMENTS)
                .set(ATTACHMENTS.MEDIA_FILE_ID, file)
                .where(ATTACHMENTS.ATTACHMENT_ID.eq(id))
                .execute();
    }

    /** How many of them are there, and stay from now on. */
    int keep(OrganizationId organizationId, Collection<AttachmentId> pictures) {
        var these = ATTACHMENTS
                .ATTACHMENT_ID
                .in(pictures)
                .and(ATTACHMENTS.ORGANIZATION_ID.eq(organizationId))
                .and(ATTACHMENTS.MESSAGE_ID.isNull())
                .and(ATTACHMENTS.MEDIA_FILE_ID.isNotNull());
        // Locked before they are counted: none of them goes as too old meanwhile.
        int there = dsl.select(ATTACHMENTS.ATTACHMENT_ID)
                .from(ATTACHMENTS)
                .where(these)
                .forUpdate()
                .fetch()
                .size();
        dsl.update(ATTACHMENTS)
                .set(ATTACHMENTS.STATE, AttachmentState.KEPT)
                .where(these)
                .and(ATTACHMENTS.STATE.eq(AttachmentState.OFFERED))
                .execute();
        return there;
    }

    /** They leave with this text. */
    void sent(OrganizationId organizationId, MessageId messageId, PhoneNumber phone, Chosen chosen, Instant now) {
        List<Chosen.One> files = chosen.files();
        dsl.batch(IntStream.range(0, files.size())
                        .mapToObj(nth -> dsl.insertInto(ATTACHMENTS)
                                .set(ATTACHMENTS.ATTACHMENT_ID, new AttachmentId(Id.next()))
                                .set(ATTACHMENTS.ORGANIZATION_ID, organizationId)
                                .set(ATTACHMENTS.MESSAGE_ID, messageId)
                                .set(ATTACHMENTS.POSITION, (byte) nth)
                                .set(ATTACHMENTS.PHONE, phone)
                                .set(ATTACHMENTS.STATE, AttachmentState.KEPT)
                                .set(ATTACHMENTS.MEDIA_FILE_ID, files.get(nth).mediaFileId())
                                .set(ATTACHMENTS.NAME, files.get(nth).name())
                                .set(ATTACHMENTS.CREATED_AT, now))
                        .toList())
                .execute();
    }

    Map<MessageId, List<AttachmentId>> ids(Collection<MessageId> messages) {
        return dsl.select(ATTACHMENTS.MESSAGE_ID, ATTACHMENTS.ATTACHMENT_ID)
                .from(ATTACHMENTS)
                .where(ATTACHMENTS.MESSAGE_ID.in(messages))
                .and(ATTACHMENTS.STATE.eq(AttachmentState.KEPT))
                .orderBy(ATTACHMENTS.MESSAGE_ID, ATTACHMENTS.POSITION)
                .fetchGroups(ATTACHMENTS.MESSAGE_ID, ATTACHMENTS.ATTACHMENT_ID);
    }

    /** A picture that was chosen and that nothing has; file: empty for one whose upload was ended half way. */
    record Stale(OrganizationId organizationId, AttachmentId attachmentId, Optional<MediaFileId> file) {}

    /** Removed, as they are told here. */
    List<Stale> removeOffered(Instant before, int limit) {
        List<Stale> stale = dsl.select(
                        ATTACHMENTS.ORGANIZATION_ID, ATTACHMENTS.ATTACHMENT_ID, ATTACHMENTS.MEDIA_FILE_ID)
                .from(ATTACHMENTS)
                .where(ATTACHMENTS.STATE.eq(AttachmentState.OFFERED))
                .and(ATTACHMENTS.CREATED_AT.lt(before))
                .orderBy(ATTACHMENTS.CREATED_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Stale(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
        dsl.deleteFrom(ATTACHMENTS)
                .where(ATTACHMENTS.ATTACHMENT_ID.in(
                        stale.stream().map(Stale::attachmentId).toList()))
                .execute();
        return stale;
    }

    /** Empty when nothing of it is at the provider's. */
    Optional<Pending> pending(AttachmentId attachmentId) {
        return dsl.selectFrom(ATTACHMENTS)
                .where(ATTACHMENTS.ATTACHMENT_ID.eq(attachmentId))
                .and(ATTACHMENTS.PROVIDER_URL.isNotNull())
                .fetchOptional(row -> new Pending(
                        row.getOrganizationId(),
                        row.getAttachmentId(),
                        row.getMessageId(),
                        row.getPhone(),
                        Optional.ofNullable(row.getSenderId()),
                        row.getState(),
                        row.getProviderUrl(),
                        row.getAttempts()));
    }

    boolean kept(AttachmentId attachmentId, MediaFileId file) {
        return dsl.update(ATTACHMENTS)
                        .set(ATTACHMENTS.STATE, AttachmentState.KEPT)
                        .set(ATTACHMENTS.MEDIA_FILE_ID, file)
                        .set(ATTACHMENTS.ATTEMPTS, (short) 0)
                        .where(ATTACHMENTS.ATTACHMENT_ID.eq(attachmentId))
                        .and(ATTACHMENTS.STATE.eq(AttachmentState.WAITING))
                        .execute()
                == 1;
    }

    boolean lost(AttachmentId attachmentId, Trouble trouble) {
        return dsl.update(ATTACHMENTS)
                        .set(ATTACHMENTS.STATE, AttachmentState.LOST)
                        .set(ATTACHMENTS.TROUBLE, trouble)
                        .set(ATTACHMENTS.ATTEMPTS, (short) 0)
                        .where(ATTACHMENTS.ATTACHMENT_ID.eq(attachmentId))
                        .and(ATTACHMENTS.STATE.eq(AttachmentState.WAITING))
                        .execute()
                == 1;
    }

    void tried(AttachmentId attachmentId) {
        dsl.update(ATTACHMENTS)
                .set(ATTACHMENTS.ATTEMPTS, ATTACHMENTS.ATTEMPTS.plus(1))
                .where(ATTACHMENTS.ATTACHMENT_ID.eq(attachmentId))
                .execute();
    }

    void leftProvider(AttachmentId attachmentId) {
        dsl.update(ATTACHMENTS)
                .setNull(ATTACHMENTS.PROVIDER_URL)
                .where(ATTACHMENTS.ATTACHMENT_ID.eq(attachmentId))
                .execute();
    }

    /** Whether a file's bytes have this name. */
    boolean named(String blobName) {
        return dsl.fetchExists(MEDIA_FILES, MEDIA_FILES.BLOB_NAME.eq(blobName));
    }

    /** Those of these texts, in the order in which they came; without those of erased people. */
    Map<MessageId, List<Attachment>> of(OrganizationId organizationId, Collection<MessageId> messages) {
        return dsl
                .select(ATTACHMENTS.fields())
                .select(MEDIA_FILES.fields())
                .from(ATTACHMENTS)
                .leftJoin(MEDIA_FILES)
                .on(MEDIA_FILES.MEDIA_FILE_ID.eq(ATTACHMENTS.MEDIA_FILE_ID))
                .where(ATTACHMENTS.MESSAGE_ID.in(messages))
                .and(ATTACHMENTS.ORGANIZATION_ID.eq(organizationId))
                .and(ATTACHMENTS.STATE.ne(AttachmentState.ERASED))
                .orderBy(ATTACHMENTS.MESSAGE_ID, ATTACHMENTS.POSITION)
                .fetch(AttachmentStore::attachment)
                .stream()
                .collect(Collectors.groupingBy(one -> one.messageId().orElseThrow()));
    }

    /** A file that is kept, with whose it is. */
    record Found(Attachment attachment, Optional<PhoneNumber> phone, Optional<MemberId> author, MediaFile file) {
        Chosen.One chosen() {
            return new Chosen.One(file.mediaFileId(), attachment.name(), file.size());
        }
    }

    Optional<Found> find(OrganizationId organizationId, AttachmentId attachmentId) {
        return dsl.select(ATTACHMENTS.fields())
                .select(MEDIA_FILES.fields())
                .from(ATTACHMENTS)
                .join(MEDIA_FILES)
                .on(MEDIA_FILES.MEDIA_FILE_ID.eq(ATTACHMENTS.MEDIA_FILE_ID))
                .where(ATTACHMENTS.ATTACHMENT_ID.eq(attachmentId))
                .and(ATTACHMENTS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(AttachmentStore::found);
    }

    /** Whoever has the signed word may have it, of whichever organization. */
    Optional<Found> findSigned(AttachmentId attachmentId) {
        return dsl.select(ATTACHMENTS.fields())
                .select(MEDIA_FILES.fields())
                .from(ATTACHMENTS)
                .join(MEDIA_FILES)
                .on(MEDIA_FILES.MEDIA_FILE_ID.eq(ATTACHMENTS.MEDIA_FILE_ID))
                .where(ATTACHMENTS.ATTACHMENT_ID.eq(attachmentId))
                .fetchOptional(AttachmentStore::found);
    }

    private static Found found(Record row) {
        return new Found(
                attachment(row),
                Optional.ofNullable(row.get(ATTACHMENTS.PHONE)),
                Optional.ofNullable(row.get(ATTACHMENTS.MEMBER_ID)),
                FileStore.file(row));
    }

    /** The files of all that was exchanged with these numbers; they belong to nobody afterwards. */
    List<MediaFileId> erase(OrganizationId organizationId, List<PhoneNumber> phones) {
        var theirs = ATTACHMENTS.ORGANIZATION_ID.eq(organizationId).and(ATTACHMENTS.PHONE.in(phones));
        List<MediaFileId> files = dsl
                .select(ATTACHMENTS.MEDIA_FILE_ID)
                .from(ATTACHMENTS)
                .where(theirs)
                .forUpdate()
                .fetch(ATTACHMENTS.MEDIA_FILE_ID)
                .stream()
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        dsl.update(ATTACHMENTS)
                .set(ATTACHMENTS.STATE, AttachmentState.ERASED)
                .setNull(ATTACHMENTS.MEDIA_FILE_ID)
                .set(ATTACHMENTS.NAME, "")
                .where(theirs)
                .execute();
        return files;
    }

    private static Attachment attachment(Record row) {
        return new Attachment(
                row.get(ATTACHMENTS.ATTACHMENT_ID),
                Optional.ofNullable(row.get(ATTACHMENTS.MESSAGE_ID)),
                row.get(ATTACHMENTS.STATE),
                Optional.ofNullable(row.get(ATTACHMENTS.TROUBLE)),
                row.get(ATTACHMENTS.NAME),
                row.get(MEDIA_FILES.MEDIA_FILE_ID) == null ? Optional.empty() : Optional.of(kept(FileStore.file(row))));
    }

    private static Attachment.Kept kept(MediaFile file) {
        return new Attachment.Kept(file.type(), file.size(), file.shownName().isPresent(), file.width(), file.height());
    }
}
