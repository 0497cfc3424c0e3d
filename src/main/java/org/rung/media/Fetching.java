package org.rung.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.senders.Fetched;
import org.rung.senders.ProviderFiles;
import org.rung.senders.SenderKeys;
import org.rung.senders.Senders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a file home from the provider, and then deletes it there. Outside any transaction; ended at any instant and
 * begun again, it ends the same: the bytes are written before the row says that they are there.
 */
@Component
class Fetching {
    /** More than any carrier lets through. */
    static final int LARGEST = 16 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    /** Then daily: a provider that does not answer, or keys that it does not take, are mended, and the only copy is there. */
    private static final int MOST_TRIES = WAITS.size() + 30;

    private final AttachmentStore store;
    private final Keeping keeping;
    private final Blobs blobs;
    private final Senders senders;
    private final ProviderFiles provider;
    private final Clock clock;

    Fetching(
            AttachmentStore store, Keeping keeping, Blobs blobs, Senders senders, ProviderFiles provider, Clock clock) {
        this.store = store;
        this.keeping = keeping;
        this.blobs = blobs;
        this.senders = senders;
        this.provider = provider;
        this.clock = clock;
    }

    /** When to come again; empty when there is nothing left to do. */
    Optional<Instant> of(AttachmentId attachmentId) {
        Optional<Pending> found = store.pending(attachmentId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Pending pending = found.get();
        Optional<SenderKeys> keys = pending.sender()
                .flatMap(id -> Optional.ofNullable(senders.keys(List.of(id)).get(id)));
        return pending.state() == AttachmentState.WAITING ? fetch(pending, keys) : delete(pending, keys);
    }

    private Optional<Instant> fetch(Pending pending, Optional<SenderKeys> keys) {
        Fetched fetched =
                keys.map(known -> provider.fetch(known, pending.url(), LARGEST)).orElseGet(Fetched.NotNow::new);
        return switch (fetched) {
            case Fetched.Here(var bytes)
            when pending.attempts() > MOST_TRIES -> {
                keeping.lost(pending, Trouble.TOO_LARGE);
                yield of(pending.attachmentId());
            }
            case Fetched.Here(var bytes) -> {
                // Counted first: what ends this server while it is drawn must not do so every minute for ever.
                store.tried(pending.attachmentId());
                keep(pending, bytes);
                yield of(pending.attachmentId());
            }
            case Fetched.Foreign() -> {
                keeping.lost(pending, Trouble.FOREIGN);
                store.leftProvider(pending.attachmentId());
                yield Optional.empty();
            }
            case Fetched.TooLarge() -> {
                keeping.lost(pending, Trouble.TOO_LARGE);
                yield of(pending.attachmentId());
            }
            // Providers announce a picture a moment before it can be had.
            case Fetched.Gone() -> later(pending, Trouble.GONE);
            case Fetched.NotNow() -> later(pending, Trouble.SILENT);
        };
    }

    private void keep(Pending pending, byte[] bytes) {
        FileType type = Sniffer.of(bytes);
        Optional<Shown> shown = Shown.of(type, bytes);
        MediaFile file = Keeping.file(bytes, type, shown, pending.blobName(), pending.shownName());
        blobs.put(pending.blobName(), bytes);
        shown.filter(copy -> file.shownName().equals(Optional.of(pending.shownName())))
                .ifPresent(copy -> blobs.put(pending.shownName(), copy.bytes()));
        if (!keeping.kept(pending, file)) {
            file.names().forEach(blobs::delete);
        }
    }

    private Optional<Instant> later(Pending pending, Trouble trouble) {
        int most = trouble == Trouble.SILENT ? MOST_TRIES : WAITS.size();
        if (pending.attempts() < most) {
            return wait(pending);
        }
        LOG.warn("The file {} could not be fetched and is given up: {}", pending.attachmentId(), trouble);
        keeping.lost(pending, trouble);
        if (trouble != Trouble.SILENT) {
            return of(pending.attachmentId());
        }
        // Perhaps it is still there: a person may find it at the provider.
        store.leftProvider(pending.attachmentId());
        return Optional.empty();
    }

    private Optional<Instant> delete(Pending pending, Optional<SenderKeys> keys) {
        if (pending.state() == AttachmentState.ERASED && !store.named(pending.blobName())) {
            // Its person was erased while it was on its way here.
            blobs.delete(pending.blobName());
            blobs.delete(pending.shownName());
        }
        if (keys.isPresent() && provider.delete(keys.get(), pending.url())) {
            store.leftProvider(pending.attachmentId());
            return Optional.empty();
        }
        if (pending.attempts() >= 2 * WAITS.size()) {
            LOG.warn("The file {} could not be deleted at the provider", pending.attachmentId());
            store.leftProvider(pending.attachmentId());
            return Optional.empty();
        }
        return wait(pending);
    }

    private Optional<Instant> wait(Pending pending) {
        store.tried(pending.attachmentId());
        return Optional.of(clock.instant()
                .plus(pending.attempts() < WAITS.size() ? WAITS.get(pending.attempts()) : Duration.ofDays(1)));
    }
}
