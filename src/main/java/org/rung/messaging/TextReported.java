package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.senders.SenderId;

/**
 * Announced in the transaction in which a provider's report moved a text.
 *
 * @param lag since the text was handed over, where that is known
 */
public record TextReported(
        OrganizationId organizationId,
        MessageId messageId,
        Optional<SenderId> sender,
        MessageState state,
        Optional<String> errorCode,
        Optional<Duration> lag,
        Instant happenedAt) {}
