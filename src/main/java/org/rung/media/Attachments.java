package org.rung.media;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.senders.ArrivedFile;
import org.rung.senders.SenderId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that come and go with texts. */
@Service
public class Attachments {
    private final AttachmentStore store;
    private final FileStore files;
    private final Blobs blobs;
    private final MediaJobs jobs;
    private final SignedAddresses addresses;
    private final ObjectProvider<Readers> readers;
    private final Clock clock;

    Attachments(
            AttachmentStore store,
            FileStore files,
            Blobs blobs,
            MediaJobs jobs,
            SignedAddresses addresses,
            ObjectProvider<Readers> readers,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.blobs = blobs;
        this.jobs = jobs;
        this.addresses = addresses;
        this.readers = readers;
        this.clock = clock;
    }

    /** In the transaction that stores the text: from its end on they are fetched, however often this house is ended. */
    @Transactional
    public void arrived(
            OrganizationId organizationId,
            MessageId messageId,
            PhoneNumber phone,
            SenderId sender,
            List<ArrivedFile> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<AttachmentId> ids =
                arrived.stream().map(any -> new AttachmentId(Id.next())).toList();
        store.arrived(organizationId, messageId, phone, sender, ids, arrived, now);
        ids.forEach(id -> jobs.fetch(id, now));
    }

    /** In the transaction that queues the text. */
    @Transactional
    public void sent(OrganizationId organizationId, MessageId messageId, PhoneNumber phone, Chosen chosen) {
        if (chosen.count() > 0) {
            store.sent(organizationId, messageId, phone, chosen, clock.instant());
        }
    }

    /** Where a provider fetches what leaves with these texts, for some hours from now; in one query. */
    @Transactional(readOnly = true)
    public Map<MessageId, List<URI>> addresses(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? Map.of()
                : store.ids(messages).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                files -> files.getValue().stream()
                                        .map(addresses::of)
                                        .toList()));
    }

    /** What a provider fetches with the address that it was given; empty for any other address. */
    public Optional<Served> openSigned(String id, String until, String signature) {
        return addresses.read(id, until, signature).flatMap(store::findSigned).flatMap(this::served);
    }

    /** In one query, in the order in which they came; a text without files is not there. */
    @Transactional(readOnly = true)
    public Map<MessageId, List<Attachment>> of(OrganizationId organizationId, Collection<MessageId> messages) {
        return messages.isEmpty() ? Map.of() : store.of(organizationId, messages);
    }

    /** What of it people may have; empty for what is not there, or not for them. Outside any transaction. */
    public Optional<Served> open(Actor actor, AttachmentId attachmentId) {
        return store.find(actor.organization(), attachmentId)
                .filter(found -> found.phone()
                        .map(phone -> readers.stream().anyMatch(one -> one.mayRead(actor, phone)))
                        // A picture of a script, or one that its author has not sent yet: no stranger made it.
                        .orElse(true))
                .flatMap(this::served);
    }

    private Optional<Served> served(AttachmentStore.Found found) {
        MediaFile file = found.file();
        if (file.shownName().isPresent()) {
            FileType shown = file.shownType().orElseThrow();
            return blobs.get(file.shownName().get())
                    .map(bytes -> new Served(
                            bytes, shown.mime(), true, found.attachment().fileName()));
        }
        // As it came, with all that is written into it: to be saved, never opened here.
        return blobs.get(file.blobName())
                .map(bytes -> new Served(
                        bytes, FileType.OTHER.mime(), false, found.attachment().fileName()));
    }

    /** All that came and went with these numbers; bytes go once no text of the organization has them. */
    @Transactional
    public void forget(OrganizationId organizationId, List<PhoneNumber> phones) {
        if (!phones.isEmpty()) {
            drop(store.erase(organizationId, phones));
        }
    }

    private void drop(Collection<MediaFileId> maybe) {
        List<String> names = files.dropUnused(maybe).stream()
                .flatMap(file -> file.names().stream())
                .toList();
        jobs.drop(names, clock.instant());
    }
}
