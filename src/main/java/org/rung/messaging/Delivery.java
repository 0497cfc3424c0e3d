package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.senders.DeliveryReport;
import org.rung.senders.DeliveryReport.Progress;
import org.rung.senders.SenderId;

/** Where an outbound text stands when a report about it comes in. */
record Delivery(
        MessageId messageId,
        PhoneNumber phone,
        Purpose purpose,
        Optional<Long> topicId,
        Optional<SenderId> sender,
        MessageState state,
        int attempts,
        Optional<String> providerId,
        boolean retried,
        Optional<Instant> sentAt) {

    /** Reports come repeated, out of order and early; the state only ever moves up, and never for another attempt. */
    Optional<MessageState> after(DeliveryReport report) {
        // Until a later attempt has its answer, what the provider called the one before is all that is known.
        boolean another = report.messageId().isPresent()
                ? report.attempt() != attempts
                : state != MessageState.SENDING && !providerId.equals(Optional.of(report.providerId()));
        if (another) {
            return Optional.empty();
        }
        return switch (state) {
            case SENDING, UNCONFIRMED -> Optional.of(first(report.progress()));
            // Proven absent and queued anew (or held, since its hours closed or its campaign paused), and yet the
            // provider
            // had it: no second text leaves. What is known by its name waits because of what was reported of it, which
            // is
            // only said again.
            case QUEUED, HELD ->
                attempts > 0 && !providerId.equals(Optional.of(report.providerId()))
                        ? Optional.of(first(report.progress()))
                        : Optional.empty();
            case SENT, UNKNOWN -> later(report.progress());
            case DELIVERED, UNDELIVERED, FAILED, CANCELLED, RECEIVED -> Optional.empty();
        };
    }

    private static MessageState first(Progress progress) {
        return switch (progress) {
            case ACCEPTED, SENT -> MessageState.SENT;
            case DELIVERED -> MessageState.DELIVERED;
            case UNDELIVERED -> MessageState.UNDELIVERED;
            case FAILED, CANCELED -> MessageState.FAILED;
        };
    }

    private static Optional<MessageState> later(Progress progress) {
        return switch (progress) {
            case ACCEPTED, SENT -> Optional.empty();
            case DELIVERED -> Optional.of(MessageState.DELIVERED);
            case UNDELIVERED, FAILED, CANCELED -> Optional.of(MessageState.UNDELIVERED);
        };
    }
}
