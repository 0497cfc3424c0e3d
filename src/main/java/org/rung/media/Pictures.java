package org.rung.media;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures that members choose to send. What is kept of one is what is sent: nothing is in it but what one sees. */
@Service
public class Pictures {
    /** Phones make pictures of this size; what is sent is far smaller. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** Carriers take more, and press what is larger themselves. */
    private static final int FITS = 600_000;

    private final AttachmentStore store;
    private final Keeping keeping;
    private final Blobs blobs;
    private final Clock clock;

    Pictures(AttachmentStore store, Keeping keeping, Blobs blobs, Clock clock) {
        this.store = store;
        this.keeping = keeping;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * Takes a picture in, drawn anew without what cameras write into it. Outside any transaction.
     *
     * @param name as its file is called, for people to know it by
     * @throws Problem.Invalid with what to do, for what is no JPEG, PNG or GIF, broken, or too large
     */
    public Attachment offer(Actor.Member actor, String name, byte[] bytes) {
        if (!actor.may(Permission.WRITE_SCRIPTS)) {
            actor.must(Permission.TEXT);
        }
        if (bytes.length > MOST_BYTES) {
            throw new Problem.Invalid("picture", "problem.picture-large", MOST_BYTES / (1024 * 1024));
        }
        Picture picture = sendable(bytes);
        var id = new AttachmentId(Id.next());
        // The row first: an upload that is ended half way leaves nothing that is not found again and removed.
        store.offered(actor.organization(), id, actor.memberId(), shortened(name), clock.instant());
        String blobName = Pending.blobName(actor.organization(), id);
        blobs.put(blobName, picture.bytes());
        MediaFile file = Keeping.sendable(picture, blobName);
        MediaFile held = keeping.offered(actor.organization(), id, file);
        if (!held.blobName().equals(blobName)) {
            blobs.delete(blobName);
        }
        return get(actor.organization(), id);
    }

    private static Picture sendable(byte[] bytes) {
        return switch (Sniffer.of(bytes)) {
            case JPEG, PNG -> Picture.of(bytes, FITS).orElseThrow(Pictures::broken);
            case GIF -> {
                Picture gif = Gif.stripped(bytes).orElseThrow(Pictures::broken);
                if (gif.bytes().length > Chosen.MOST_BYTES) {
                    throw new Problem.Invalid("picture", "problem.gif-large", 5);
                }
                yield gif;
            }
            default -> throw new Problem.Invalid("picture", "problem.picture-type");
        };
    }

    private static Problem.Invalid broken() {
        return new Problem.Invalid("picture", "problem.picture-broken");
    }

    private static String shortened(String name) {
        String last =
                name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return last.length() <= 120 ? last : last.substring(last.length() - 120);
    }

    /** One that is there to be sent; empty when it is gone. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(OrganizationId organizationId, AttachmentId attachmentId) {
        return store.find(organizationId, attachmentId)
                .filter(found -> found.attachment().messageId().isEmpty())
                .map(AttachmentStore.Found::attachment);
    }

    private Attachment get(OrganizationId organizationId, AttachmentId attachmentId) {
        return find(organizationId, attachmentId).orElseThrow(Pictures::gone);
    }

    /**
     * For a text: one's own pictures, and those of scripts.
     *
     * @throws Problem.Invalid when one is not there any more, or they are more or larger than a provider takes
     */
    @Transactional(readOnly = true, noRollbackFor = Problem.class)
    public Chosen chosen(Actor actor, List<AttachmentId> pictures) {
        return pictures.isEmpty()
                ? Chosen.NONE
                : new Chosen(pictures.stream()
                        .map(id -> store.find(actor.organization(), id)
                                .filter(found -> found.attachment().messageId().isEmpty())
                                .filter(found -> found.attachment().state() == AttachmentState.KEPT
                                        || (found.author().isPresent()
                                                && found.author().equals(actor.member())))
                                .map(AttachmentStore.Found::chosen)
                                .orElseThrow(Pictures::gone))
                        .toList());
    }

    /**
     * For a script, in the transaction that stores it: they stay from now on.
     *
     * @throws Problem.Invalid when one is not there any more
     */
    @Transactional
    public void keep(OrganizationId organizationId, Collection<AttachmentId> pictures) {
        if (!pictures.isEmpty() && store.keep(organizationId, pictures) < pictures.size()) {
            throw gone();
        }
    }

    private static Problem.Invalid gone() {
        return new Problem.Invalid("picture", "problem.picture-gone");
    }
}
