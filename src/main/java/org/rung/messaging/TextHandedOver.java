package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.senders.SenderId;

/** Announced in the transaction that stores what a provider answered to a text. */
public record TextHandedOver(
        OrganizationId organizationId,
        MessageId messageId,
        SenderId sender,
        int segments,
        MessageState state,
        Optional<String> errorCode,
        Instant happenedAt) {}
