package org.rung.senders;

import java.time.Instant;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;

/** A claimed text on its way to a provider; attempt counts from 1. */
public record Handover(
        OrganizationId organizationId,
        MessageId messageId,
        int attempt,
        SenderKeys from,
        PhoneNumber to,
        String body,
        Instant claimedAt) {}
