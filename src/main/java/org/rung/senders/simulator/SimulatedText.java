package org.rung.senders.simulator;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.PhoneNumber;

/** One text in the simulated network; outbound is from us to the phone. */
public record SimulatedText(
        String sid,
        String accountSid,
        PhoneNumber phone,
        String address,
        boolean outbound,
        String body,
        String status,
        Optional<String> errorCode,
        Instant createdAt) {}
