package org.rung.payments;

/**
 * A payment in the provider's list.
 *
 * @param refundedMinor what was given back of it, without disputes
 */
public record Glimpse(String paymentId, long minor, String currency, long refundedMinor, boolean disputed) {}
