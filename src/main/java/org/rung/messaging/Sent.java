package org.rung.messaging;

import org.rung.senders.Outcome;
import org.rung.senders.SenderId;

/** A claimed text and what its provider said. */
record Sent(Claim claim, int attempt, SenderId sender, Outcome outcome) {}
