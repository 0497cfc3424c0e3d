package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;

/** Announced in the transaction in which an outbound text changed its state. */
public record TextMoved(
        OrganizationId organizationId,
        MessageId messageId,
        Purpose purpose,
        Optional<Long> topicId,
        MessageState state,
        Optional<String> errorCode,
        Instant happenedAt) {}
