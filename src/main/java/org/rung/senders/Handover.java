package org.rung.senders;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/** A claimed text on its way to a provider; attempt counts from 1; files: where the provider fetches what leaves with it. */
public record Handover(
        OrganizationId organizationId,
        MessageId messageId,
        int attempt,
        SenderKeys from,
        PhoneNumber to,
        String body,
        List<URI> files,
        Instant claimedAt) {
    public Handover {
        files = List.copyOf(files);
    }
}
