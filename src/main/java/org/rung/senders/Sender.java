package org.rung.senders;

import java.time.Instant;
import java.util.Optional;

/** A number or service that texts leave from. */
public record Sender(
        SenderId senderId,
        Gateway gateway,
        String accountSid,
        String address,
        String label,
        boolean providerAnswersStop,
        Optional<Instant> pausedAt,
        Optional<String> pauseReason) {}
