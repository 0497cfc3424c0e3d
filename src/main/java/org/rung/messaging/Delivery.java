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
        Optional<Instant> sentAt) {

    /** Reports come repeated, out of order and early; the state only ever moves up, and never for another attempt. */
    Optional<MessageState> after(DeliveryReport report) {
        boolean another = (report.messageId().isPresent() && report.attempt() != attempts)
                || (state != MessageState.SENDING
                        && providerId.isPresent()
                        && !providerId.get().equals(report.providerId()));
        if (another) {
            return Optional.empty();
        }
        return switch (state) {
            case SENDING, UNCONFIRMED -> Optional.of(first(report.progress()));
            // Proven absent and queued anew, and yet the provider had it: no second text leaves.
            case QUEUED ->
                attempts > 0 && providerId.isEmpty() ? Optional.of(first(report.progress())) : Optional.empty();
            case SENT, UNKNOWN -> later(report.progress());
            case HELD, DELIVERED, UNDELIVERED, FAILED, CANCELLED, RECEIVED -> Optional.empty();
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
