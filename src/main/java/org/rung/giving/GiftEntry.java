package org.rung.giving;

import java.time.Instant;

/** A line of the ledger; minor is above zero for what came in. */
public record GiftEntry(EntryKind kind, long minor, Instant happenedAt, String reason) {}
