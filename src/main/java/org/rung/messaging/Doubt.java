package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.senders.Handover;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKeys;

/**
 * A text whose answer was lost, as it was handed over, and how often it was looked up in vain. retired: its sender is;
 * forgotten: its person was erased meanwhile.
 */
record Doubt(
        OrganizationId organizationId,
        MessageId messageId,
        PhoneNumber phone,
        Purpose purpose,
        Optional<Long> topicId,
        String body,
        int attempt,
        SenderId sender,
        boolean retired,
        boolean forgotten,
        Instant claimedAt,
        int lookups) {
    private static final Duration PATIENCE = Duration.ofHours(24);

    /** Nobody answers for so long that a person knows more. */
    boolean old(Instant now) {
        return !now.isBefore(claimedAt.plus(PATIENCE));
    }

    Handover lookedUpWith(SenderKeys keys) {
        return new Handover(
                organizationId,
                messageId,
                attempt,
                keys,
                phone,
                body,
                // A look-up asks for words; what it finds absent is handed over with fresh addresses.
                List.of(),
                claimedAt,
                Optional.empty());
    }
}
