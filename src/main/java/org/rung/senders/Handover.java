package org.rung.senders;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/**
 * A claimed text on its way to a provider; attempt counts from 1; files: where the provider fetches what leaves with it;
 * closing: when the recipient's hours end, after which it must not leave the provider either.
 */
public record Handover(
        OrganizationId organizationId,
        MessageId messageId,
        int attempt,
        SenderKeys from,
        PhoneNumber to,
        String body,
        List<URI> files,
        Instant claimedAt,
        Optional<Instant> closing) {
    public Handover {
        files = List.copyOf(files);
    }

    /** The hours in which it was claimed are over. */
    public boolean late(Instant now) {
        return closing.filter(end -> !now.isBefore(end)).isPresent();
    }
}
