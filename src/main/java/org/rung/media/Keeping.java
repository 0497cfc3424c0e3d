package org.rung.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions around fetching. */
@Component
class Keeping {
    private static final int AT_ONCE = 500;

    private final AttachmentStore store;
    private final FileStore files;
    private final MediaJobs jobs;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Keeping(
            AttachmentStore store,
            FileStore files,
            MediaJobs jobs,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Where there was nothing to leave out, what is kept is what is shown. */
    static MediaFile file(byte[] bytes, FileType type, Optional<Shown> shown, String blobName, String shownName) {
        return new MediaFile(
                new MediaFileId(Id.next()),
                digest(bytes),
                type,
                bytes.length,
                blobName,
                shown.map(copy -> Arrays.equals(copy.bytes(), bytes) ? blobName : shownName),
                shown.map(Shown::type),
                shown.flatMap(Shown::width),
                shown.flatMap(Shown::height));
    }

    /** A picture of one's own: what is kept of it is what is sent. */
    static MediaFile sendable(Picture picture, String blobName) {
        return new MediaFile(
                new MediaFileId(Id.next()),
                digest(picture.bytes()),
                picture.type(),
                picture.bytes().length,
                blobName,
                Optional.of(blobName),
                Optional.of(picture.type()),
                Optional.of(picture.width()),
                Optional.of(picture.height()));
    }

    /** The file that it is from now on: this one, or the one with the same bytes that was there before. */
    @Transactional
    public MediaFile offered(OrganizationId organizationId, AttachmentId attachmentId, MediaFile file) {
        MediaFile held = files.keep(organizationId, file, clock.instant());
        store.offered(attachmentId, held.mediaFileId());
        return held;
    }

    /** Chosen long ago and never sent; how many went. */
    @Transactional
    public int forgetOffered(Instant before) {
        List<AttachmentStore.Stale> stale = store.removeOffered(before, AT_ONCE);
        List<MediaFile> unused = files.dropUnused(
                stale.stream().flatMap(one -> one.file().stream()).distinct().toList());
        jobs.drop(
                Stream.concat(
                                unused.stream().flatMap(file -> file.names().stream()),
                                stale.stream()
                                        .filter(one -> one.file().isEmpty())
                                        .map(one -> Pending.blobName(one.organizationId(), one.attachmentId())))
                        .toList(),
                clock.instant());
        return stale.size();
    }

    /** False when these bytes are not needed: the same were kept before, or nobody waits for them any more. */
    @Transactional
    public boolean kept(Pending pending, MediaFile file) {
        MediaFile held = files.keep(pending.organizationId(), file, clock.instant());
        if (store.kept(pending.attachmentId(), held.mediaFileId())) {
            announce(pending);
        } else if (held.mediaFileId().equals(file.mediaFileId())) {
            files.delete(file.mediaFileId());
            return false;
        }
        return held.blobName().equals(file.blobName());
    }

    @Transactional
    public void lost(Pending pending, Trouble trouble) {
        if (store.lost(pending.attachmentId(), trouble)) {
            announce(pending);
        }
    }

    private void announce(Pending pending) {
        announcements.publishEvent(
                new AttachmentChanged(pending.organizationId(), pending.messageId(), pending.phone()));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
