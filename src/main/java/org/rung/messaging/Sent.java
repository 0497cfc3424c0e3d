package org.rung.messaging;

/** A claimed text and what its provider said. */
record Sent(Claim claim, int attempt, SenderId sender, Outcome outcome) {}
