package org.rung.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.rung.common.Id;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions around fetching. */
@Component
class Keeping {
    private final AttachmentStore store;
    private final FileStore files;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Keeping(AttachmentStore store, FileStore files, ApplicationEventPublisher announcements, Clock clock) {
        this.store = store;
        this.files = files;
        this.announcements = announcements;
        this.clock = clock;
    }

    static MediaFile file(byte[] bytes, FileType type, Optional<Picture> shown, String blobName) {
        return new MediaFile(
                new MediaFileId(Id.next()),
                digest(bytes),
                type,
                bytes.length,
                blobName,
                shown.map(picture -> blobName + "-shown"),
                shown.map(Picture::type),
                shown.map(Picture::width),
                shown.map(Picture::height));
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
