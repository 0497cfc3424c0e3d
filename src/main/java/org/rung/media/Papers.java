package org.rung.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;

/** What members keep as evidence or hand on: a picture, drawn anew as those that are sent, or a document as it came. It goes with no text. */
@Service
public class Papers {
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Enough to read what somebody signed. */
    private static final int FITS = 2_000_000;

    private final Blobs blobs;
    private final MediaJobs jobs;
    private final Clock clock;

    Papers(Blobs blobs, MediaJobs jobs, Clock clock) {
        this.blobs = blobs;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Where the bytes are, what they are, and their SHA-256. */
    public record Kept(String blobName, FileType type, int size, String digest) {}

    /**
     * Outside any transaction.
     *
     * @throws Problem.Invalid with what to do, for what is neither, broken, or too large
     */
    public Kept keep(OrganizationId organizationId, byte[] bytes) {
        mustFit(bytes);
        FileType type = Sniffer.of(bytes);
        return switch (type) {
            case PDF, JPEG, PNG -> put(organizationId, type, bytes);
            default -> throw new Problem.Invalid("file", "problem.paper-type");
        };
    }

    /**
     * What members hand on to others: beside papers also plain text and .docx without programs in it. Outside any
     * transaction.
     *
     * @throws Problem.Invalid with what to do, for anything else, what is broken, or too large
     */
    public Kept keepHandout(OrganizationId organizationId, byte[] bytes) {
        mustFit(bytes);
        FileType type = Handout.of(bytes);
        if (type == FileType.OTHER) throw new Problem.Invalid("file", "problem.handout-type");
        return put(organizationId, type, bytes);
    }

    private static void mustFit(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Problem.Invalid("file", "problem.paper-large", MOST_BYTES / (1024 * 1024));
        }
    }

    private Kept put(OrganizationId organizationId, FileType type, byte[] bytes) {
        boolean picture = type.kind() == FileType.Kind.IMAGE;
        byte[] kept = picture
                ? Picture.of(bytes, FITS)
                        .orElseThrow(() -> new Problem.Invalid("file", "problem.picture-broken"))
                        .bytes()
                : bytes;
        String name = organizationId.text() + "/" + new AttachmentId(Id.next()).text() + "-paper";
        blobs.put(name, kept);
        return new Kept(name, picture ? Sniffer.of(kept) : type, kept.length, digest(kept));
    }

    /** Empty when it is not there any more. */
    public Optional<byte[]> read(Kept paper) {
        return blobs.get(paper.blobName());
    }

    /** One that nothing came of. */
    public void drop(Kept paper) {
        blobs.delete(paper.blobName());
    }

    /** In the transaction that forgets them: their bytes go once it has committed. */
    public void forget(Collection<Kept> papers) {
        jobs.drop(papers.stream().map(Kept::blobName).toList(), clock.instant());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
