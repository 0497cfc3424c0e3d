package org.rung.senders;

/** Announced in the transaction in which a provider stopped answering, answered again, or was trusted again. */
public record ProviderChanged(Gateway gateway, BreakerState state) {}
