package org.rung.senders;

/** Announced in the transaction in which a provider, or an account at it, stopped answering, answered again, or was trusted again. */
public record ProviderChanged(Gateway gateway, BreakerState state) {}
