package org.rung.payments;

import java.time.Instant;

/** A signed event of the provider: what happened, and the object to look at. */
public record Told(String eventId, String type, String subject, Instant at) {}
