package org.rung.payments;

/**
 * Whose account a key opens.
 *
 * @param charges whether it may take money yet
 */
public record ProviderAccount(String name, boolean live, boolean charges) {}
