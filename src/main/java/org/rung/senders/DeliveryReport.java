package org.rung.senders;

import java.util.Optional;
import org.rung.common.MessageId;

/** What a provider says of a text that it has; {@code messageId} and {@code attempt} are ours, sent along with it. */
public record DeliveryReport(
        Optional<MessageId> messageId, int attempt, String providerId, Progress progress, Optional<String> errorCode) {

    /** How far it came, in order; the last four are ends. */
    public enum Progress {
        ACCEPTED,
        SENT,
        DELIVERED,
        UNDELIVERED,
        FAILED,
        CANCELED
    }
}
