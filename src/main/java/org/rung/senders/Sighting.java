package org.rung.senders;

/** A text that a provider says it has. */
public record Sighting(String providerId, String body) {}
