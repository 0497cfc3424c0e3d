package org.rung.actions;

import java.time.Instant;
import java.util.Optional;

/** An action in a list; voided: why it no longer counts. */
public record ActionRow(
        ActionId actionId,
        ActionType type,
        long quantity,
        Optional<Money> amount,
        Verification verification,
        Instant happenedAt,
        String note,
        Optional<String> voided) {}
